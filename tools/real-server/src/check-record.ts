import type { JournalEntry } from '@entente/simulation-core/journal';
import type { LoggedRequest } from './request-log.js';

/** One run's journal held against the engine's own log. */
export interface RecordReport {
  /** Faults, a line each; empty where all is well. */
  readonly complaints: readonly string[];
  readonly answers: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Answers that the engine gave and no journal has: they were on their way when a process was killed. */
  readonly lost: number;
  /** Replies held to the run's own schema, and to any JSON. */
  readonly heldToSchema: number;
  readonly heldToJson: number;
  /** Replies cut at their most tokens, which no grammar can mend. */
  readonly cut: number;
  /** Calls that were asked again because the reply did not fit. */
  readonly askedAgain: number;
  /** Schemas that the engine had no grammar for. */
  readonly refusedSchemas: number;
}

/**
 * Whether a run ended, whether every answer on record is one that the engine gave, with the tokens that it counted, whether any question
 * whose answer is on record was asked a second time, and whether every reply that was held to a grammar is JSON.
 * @param log the requests of this run alone, in order
 */
export function checkRecord(entries: readonly JournalEntry[], log: readonly LoggedRequest[]): RecordReport {
  const complaints: string[] = [];
  const answers = entries.flatMap((entry) => (entry.type === 'answer-recorded' ? [entry] : []));
  const answered = log.filter(({ status }) => status === 200);
  const byId = new Map(answered.map((request) => [request.id, request]));
  if (answers.length === 0) complaints.push('no answer is on record');
  if (!entries.some(({ type }) => type === 'run-ended')) complaints.push('the run has not ended');

  const recorded = new Set<string>();
  for (const { path, result } of answers) {
    const request = byId.get(result.requestId ?? '');
    if (!request) {
      complaints.push(`${path}: the answer on record has the id ${result.requestId ?? '(none)'}, which the engine never gave`);
      continue;
    }
    if (recorded.has(request.id)) complaints.push(`${path}: the answer ${request.id} is on record twice`);
    recorded.add(request.id);
    const { inputTokens, outputTokens, cacheReadTokens, estimated } = result.usage;
    const onRecord = [inputTokens, outputTokens, cacheReadTokens].join(', ');
    const counted = [request.promptTokens, request.completionTokens, request.cachedTokens].join(', ');
    if (onRecord !== counted || estimated) {
      complaints.push(`${path}: ${onRecord} tokens (in, out, cached) are on record, and the engine counted ${counted}`);
    }
    if ((result.finishReason === 'length') !== (request.finishReason === 'length')) {
      complaints.push(`${path}: the reply ended by ${request.finishReason}, and '${result.finishReason}' is on record`);
    }
  }

  const questionsOnRecord = new Set(answered.flatMap(({ id, hash }) => (recorded.has(id) ? [hash] : [])));
  for (const hash of questionsOnRecord) {
    const times = log.filter((request) => request.hash === hash);
    const paid = times.findIndex(({ id }) => recorded.has(id));
    if (paid < times.length - 1) {
      complaints.push(
        `a question was asked ${times.length} times, ${times.length - 1 - paid} of them after its answer was on record`,
      );
    }
  }

  const held = answered.filter(({ schema }) => schema === 'json-schema' || schema === 'any');
  for (const { id, isJson } of held)
    if (isJson === false) complaints.push(`${id}: a reply that was held to a grammar is not JSON`);
  for (const { id, status, message } of log) {
    if (status >= 500) complaints.push(`${id}: the server failed with ${status}: ${message ?? ''}`);
  }

  return {
    complaints,
    answers: answers.length,
    inputTokens: answers.reduce((sum, { result }) => sum + result.usage.inputTokens, 0),
    outputTokens: answers.reduce((sum, { result }) => sum + result.usage.outputTokens, 0),
    lost: answered.filter(({ id }) => !recorded.has(id)).length,
    heldToSchema: held.filter(({ schema }) => schema === 'json-schema').length,
    heldToJson: held.filter(({ schema }) => schema === 'any').length,
    cut: held.filter(({ finishReason }) => finishReason === 'length').length,
    askedAgain: answers.filter(({ path }) => /#[1-9]\d*$/.test(path)).length,
    refusedSchemas: log.filter(({ schema }) => schema === 'refused').length,
  };
}
