import type { EmbeddingModel, GenerateRequest, GenerateResult, LanguageModel } from '@entente/llm-clients';
import { digest } from '../hash/digest.js';
import { requestHash, schemaHash } from '../hash/request-hash.js';
import { JOURNAL_VERSION } from '../journal/entry.js';
import type { Answer } from '../journal/record.js';
import type { CallSite } from '../scope/recorder.js';

/** A call with the digests by which its answer is found again. */
export interface AskedCall {
  readonly model: LanguageModel;
  readonly request: GenerateRequest;
  readonly site: CallSite;
  readonly requestHash: string;
  /** Texts of all message parts, in order. */
  readonly parts: readonly { readonly hash: string; readonly text: string }[];
}

export function hashCall(model: LanguageModel, request: GenerateRequest, site: CallSite): AskedCall {
  const parts = request.messages.flatMap((message) => message.parts.map(({ text }) => ({ hash: digest(text), text })));
  const hashes = parts.map(({ hash }) => hash);
  return { model, request, site, requestHash: requestHash(model, request, hashes), parts };
}

/** The answer to a call, as it goes on record. @param at milliseconds since the Unix epoch */
export function toAnswer(
  { model, request, site, requestHash: hash, parts }: AskedCall,
  result: GenerateResult,
  at: number,
): Answer {
  const { value: _parsedAgainOnReplay, ...kept } = result;
  let next = 0;
  return {
    type: 'answer-recorded',
    v: JOURNAL_VERSION,
    path: site.path,
    requestHash: hash,
    label: request.label,
    model: modelRef(model),
    messages: request.messages.map((message) => ({
      role: message.role,
      parts: message.parts.map((part) => [part.kind, parts[next++]!.hash]),
    })),
    schemaHash: request.schema && schemaHash(request.schema),
    sampling: request.sampling,
    result: { ...kept, attempts: [...kept.attempts], droppedParameters: [...kept.droppedParameters] },
    at,
  };
}

/** Name of a model in entries. */
export function modelRef({ provider, modelId, baseUrl }: LanguageModel | EmbeddingModel): Answer['model'] {
  return { provider, modelId, baseUrl };
}
