import { LlamaGrammarEvaluationState, LlamaLogLevel, getLlama } from 'node-llama-cpp';

/**
 * Loads a GGUF file into llama.cpp, on one thread: the model is tiny, and a second thread would only wait for the first.
 * @param {{ modelPath: string, contextTokens: number, slots: number }} options `slots`: requests that are generated side by side
 * @returns {Promise<import('../src/engine.js').Engine>}
 */
export async function loadEngine({ modelPath, contextTokens, slots }) {
  const llama = await getLlama({ build: 'never', gpu: false, maxThreads: 1, logLevel: LlamaLogLevel.error });
  const model = await llama.loadModel({ modelPath });
  // A context for each: in a shared one, every token would be computed against the tokens of all slots.
  const createContext = () => model.createContext({ contextSize: contextTokens, sequences: 1, threads: 1, flashAttention: true });
  const free = [];
  for (let slot = 0; slot < slots; slot++) free.push((await createContext()).getSequence());
  /** @type {((sequence: import('node-llama-cpp').LlamaContextSequence) => void)[]} */
  const waiting = [];
  const grammars = new Map();

  // The free slot that knows most of the prompt already: its part of the prompt is not computed again.
  const take = async (tokens) => {
    if (free.length === 0) return new Promise((resolve) => waiting.push(resolve));
    const known = free.map((sequence) => sequence.compareContextTokens(tokens).firstDifferentIndex);
    return free.splice(known.indexOf(Math.max(...known)), 1)[0];
  };
  const giveBack = (sequence) => {
    const next = waiting.shift();
    if (next) next(sequence);
    else free.push(sequence);
  };
  const grammarOf = (schema) => {
    const key = JSON.stringify(schema);
    if (!grammars.has(key)) {
      grammars.set(key, schema === 'any' ? llama.getGrammarFor('json') : llama.createGrammarForJsonSchema(schema));
    }
    return grammars.get(key);
  };

  return {
    name: `llama.cpp ${llama.llamaCppRelease.release}`,
    contextTokens,
    countTokens: (text) => model.tokenize(text).length + 1,
    async generate({ prompt, maxTokens, temperature, topP, seed, schema, signal }) {
      const grammar = schema === undefined ? undefined : await grammarOf(schema);
      const tokens = [model.tokens.bos, ...model.tokenize(prompt)];
      const sequence = await take(tokens);
      try {
        await sequence.adaptStateToTokens(tokens.slice(0, -1), false);
        const cachedTokens = sequence.nextTokenIndex;
        const written = [];
        let ended = true;
        const options = {
          temperature,
          topP,
          seed,
          yieldEogToken: true,
          ...(grammar && { grammarEvaluationState: new LlamaGrammarEvaluationState({ model, grammar }) }),
        };
        for await (const token of sequence.evaluate(tokens.slice(cachedTokens), options)) {
          signal?.throwIfAborted();
          written.push(token);
          if (model.isEogToken(token)) break;
          // The engine's JSON grammars end in four line breaks, and allow nothing but further ones after them.
          if (grammar && model.detokenize(written.slice(-4)) === '\n\n\n\n') break;
          if (written.length >= maxTokens) {
            ended = false;
            break;
          }
        }
        const text = model.detokenize(written.filter((token) => !model.isEogToken(token)));
        return {
          text: grammar ? text.trimEnd() : text,
          promptTokens: tokens.length,
          cachedTokens,
          completionTokens: written.length,
          finishReason: ended ? 'stop' : 'length',
        };
      } finally {
        giveBack(sequence);
      }
    },
  };
}
