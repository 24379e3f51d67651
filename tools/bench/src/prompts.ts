import { type LanguageModel, messageText, nodeClock } from '@entente/llm-clients';
import { createMemoryStore, runBatch } from '@entente/simulation-core';
import { clientsFor, planCouples } from './couple-runs.js';
import { readersOfPrompts, type SentPrompt } from './readers-of-prompts.js';
import type { PromptsResult, PromptsScenario } from './scenario.js';

/** Plays one couple and reads what was sent and what the provider counted. @throws Error where the run does not end */
export async function prompts({ providerUrl, settings, seed }: PromptsScenario): Promise<PromptsResult> {
  const sent: (SentPrompt | undefined)[] = [];
  const clients = clientsFor();
  const languageModel = (id: string): LanguageModel => {
    const model = clients.languageModel(id);
    return {
      ...model,
      generate: async (request) => {
        const place = sent.push(undefined) - 1; // in the order of sending
        const result = await model.generate(request);
        sent[place] = {
          prompt: request.label?.name ?? '',
          stable: request.messages.flatMap(({ parts }) => parts).find(({ kind }) => kind === 'stable')?.text ?? '',
          text: request.messages.map(messageText).join('\n\n'),
          inputTokens: result.usage.inputTokens,
          cacheReadTokens: result.usage.cacheReadTokens,
        };
        return result;
      },
    };
  };
  const plans = planCouples({ providerUrl, couples: 1, seed, settings }, { ...clients, languageModel });
  const { completed } = await runBatch(plans, {
    store: createMemoryStore(),
    clock: nodeClock,
    packageVersion: 'bench',
    concurrency: { max: 1 },
    keep: () => undefined,
  });
  if (completed.length !== 1) throw new Error('the couple whose prompts are measured did not come to its end');
  return readersOfPrompts(sent.filter((each) => each !== undefined));
}
