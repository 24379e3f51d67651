import { LlmClientError } from './errors/llm-client-error.js';
import { AbortedError } from './errors/provider-errors.js';
import { type GenerateRequest, type GenerateResult, type LanguageModel, messageText, NO_USAGE } from './language-model.js';
import { cutTextStart } from './text/cut-text.js';
import { withoutUndefined } from './without-undefined.js';

/** One answer: the reply's text, a value sent as JSON, a result with whatever is worth scripting, or an error to throw. */
type ScriptedReply =
  | string
  | Error
  | { readonly json: unknown }
  | (Partial<GenerateResult> & { readonly text: string })
  | ((request: GenerateRequest) => ScriptedReply | Promise<ScriptedReply>);

/** Matches a request: the name of the prompt's label, or a piece of the rendered text, a pattern of it, or a predicate. */
type ScriptedKey = string | RegExp | ((request: GenerateRequest) => boolean);

/** A list gives successive answers and is then used up; a single reply answers every time, and must be asked for once. */
export interface ScriptedEntry {
  readonly when: ScriptedKey;
  readonly reply: ScriptedReply | readonly ScriptedReply[];
}

interface ScriptedModelOptions {
  /** @default 'scripted' */
  readonly modelId?: string | undefined;
}

/** A model that answers with the replies of the test, and nothing else. */
interface ScriptedModel extends LanguageModel {
  /** Everything asked so far, in order. */
  readonly requests: readonly GenerateRequest[];
  /** @throws ScriptedModelError naming every unused reply */
  assertExhausted(): void;
}

interface ScriptLine {
  readonly key: ScriptedKey;
  readonly replies: readonly ScriptedReply[];
  readonly endless: boolean;
  used: number;
}

/**
 * Answers from a script keyed by request; the first matching key wins, and label names come before all others. A request without
 * a reply throws a ScriptedModelError that shows the request and the keys.
 */
export function createScriptedModel(
  script: readonly ScriptedEntry[] | Readonly<Record<string, ScriptedEntry['reply']>>,
  options: ScriptedModelOptions = {},
): ScriptedModel {
  const { modelId = 'scripted' } = options;
  const entries = isEntryList(script) ? script : Object.entries(script).map(([when, reply]) => ({ when, reply }));
  const lines = entries.map(({ when, reply }): ScriptLine => {
    const isList = Array.isArray(reply);
    return {
      key: when,
      replies: isList ? (reply as readonly ScriptedReply[]) : [reply as ScriptedReply],
      endless: !isList,
      used: 0,
    };
  });
  const requests: GenerateRequest[] = [];

  return {
    provider: 'scripted',
    modelId,
    requests,
    async generate(request) {
      if (request.signal?.aborted) {
        throw new AbortedError('The scripted call was aborted by its caller', {
          provider: 'scripted',
          modelId,
          cause: request.signal.reason,
        });
      }
      requests.push(request);
      const line = findLine(lines, request);
      if (!line) throw new ScriptedModelError(`No scripted reply fits ${describeRequest(request)}; ${describeKeys(lines)}`);
      const reply = line.endless ? line.replies[0] : line.replies[line.used];
      line.used++;
      if (reply === undefined) {
        const asked = `${describeRequest(request)} (request ${line.used} for this key)`;
        throw new ScriptedModelError(
          `The ${line.replies.length} replies to ${describeKey(line.key)} are used up, yet it was asked ${asked}`,
        );
      }
      return settle(reply, request, modelId);
    },
    assertExhausted() {
      const left = lines.flatMap((line) => {
        const unused = line.replies.length - Math.min(line.used, line.replies.length);
        return unused > 0 ? [`${describeKey(line.key)} (${unused} of ${line.replies.length})`] : [];
      });
      if (left.length > 0) throw new ScriptedModelError(`Scripted replies that nobody asked for: ${left.join(', ')}`);
    },
  };
}

function isEntryList(script: Parameters<typeof createScriptedModel>[0]): script is readonly ScriptedEntry[] {
  return Array.isArray(script);
}

function findLine(lines: readonly ScriptLine[], request: GenerateRequest): ScriptLine | undefined {
  const named = lines.find((line) => line.key === request.label?.name);
  if (named) return named;
  const text = renderedText(request);
  return lines.find(({ key }) => {
    if (typeof key === 'string') return text.includes(key);
    return typeof key === 'function' ? key(request) : text.search(key) >= 0;
  });
}

async function settle(reply: ScriptedReply, request: GenerateRequest, modelId: string): Promise<GenerateResult> {
  if (typeof reply === 'function') return settle(await reply(request), request, modelId);
  if (reply instanceof Error) throw reply;
  const given = typeof reply === 'string' ? { text: reply } : 'text' in reply ? reply : { text: JSON.stringify(reply.json) };
  return withoutUndefined({
    finishReason: 'stop',
    usage: NO_USAGE,
    latencyMs: 0,
    attempts: [{ outcome: 'answered', latencyMs: 0 }],
    servedModel: modelId,
    droppedParameters: [],
    structuredRung: request.schema ? 'json-schema' : undefined,
    ...given,
  });
}

function renderedText(request: GenerateRequest): string {
  return request.messages.map(messageText).join('\n\n');
}

function describeRequest(request: GenerateRequest): string {
  const text = renderedText(request);
  // The end of a prompt is what changes from call to call.
  const shown = text.length <= 300 ? text : `…${cutTextStart(text, 300)}`;
  return `${request.label ? `the prompt '${request.label.name}', which reads` : 'the request'} ${JSON.stringify(shown)}`;
}

function describeKeys(lines: readonly ScriptLine[]): string {
  return lines.length === 0 ? 'the script is empty' : `the script has ${lines.map((line) => describeKey(line.key)).join(', ')}`;
}

function describeKey(key: ScriptedKey): string {
  if (typeof key === 'function') return `a predicate${key.name === '' || key.name === 'when' ? '' : ` '${key.name}'`}`;
  return typeof key === 'string' ? `'${key}'` : String(key);
}

/** A script and its requests do not agree: a request without a reply, or replies that were never used. */
export class ScriptedModelError extends LlmClientError {
  static override readonly errorName: string = 'llm-clients/ScriptedModelError';
}
