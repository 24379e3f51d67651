import type { CallPage } from '../../server/call-page';
import type { CallRow } from '../../server/call-row';
import { costInWords, countInWords, durationInWords } from '../frame/quantities';

/** Lists how a call was answered: model, tokens, cost, time, and every attempt. */
export function CallFigures({ row, entry }: { readonly row: CallRow; readonly entry: CallPage['entry'] }) {
  const result = entry.type === 'answer-recorded' ? entry.result : undefined;
  const label =
    entry.type === 'answer-recorded' && entry.label ? `${entry.label.name}, version ${entry.label.version}` : row.label;
  const sampling = entry.type === 'answer-recorded' ? Object.entries(entry.sampling ?? {}) : [];
  const attempts = entry.type === 'answer-recorded' ? entry.result.attempts : entry.attempts;
  const items: readonly (readonly [string, string | undefined | null])[] = [
    ['prompt', label],
    ['model', row.model],
    ['served by', [result?.servedModel, result?.servingProvider].filter((name) => name !== undefined).join(', ')],
    ['answered', new Date(entry.at).toLocaleString()],
    ['took', durationInWords(row.latencyMs)],
    [
      'tokens',
      `${countInWords(row.inputTokens)} in${row.cacheReadTokens > 0 ? `, ${countInWords(row.cacheReadTokens)} of them from the cache` : ''}, ${countInWords(row.outputTokens)} out`,
    ],
    ['cost', costInWords(row.cost)],
    ['sampling', sampling.map(([name, value]) => `${name} ${value}`).join(', ')],
    ['ended by', result?.finishReason],
    ['left out by the provider', result?.droppedParameters.join(', ')],
    ['request', result?.requestId],
    ['on record', marksInWords(row)],
    ['failure', entry.type === 'call-failed' ? `${entry.kind}: ${entry.message}` : undefined],
  ];
  return (
    <>
      <dl class="facts-of-call">
        {items.flatMap(([name, value]) =>
          value === undefined || value === null || value === ''
            ? []
            : [<dt key={`${name} name`}>{name}</dt>, <dd key={name}>{value}</dd>],
        )}
      </dl>
      {attempts.length > 1 && (
        <details open>
          <summary>{attempts.length} attempts</summary>
          <ol>
            {attempts.map(({ outcome, latencyMs, status, message }, at) => (
              <li key={at}>
                {outcome}
                {status === undefined ? '' : ` (${status})`} after {durationInWords(latencyMs)}
                {message === undefined ? '' : `: ${message}`}
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
}

function marksInWords({ isEdited, isInherited, isReplaced }: CallRow): string {
  return [
    ...(isEdited ? ['reply replaced by the fork'] : []),
    ...(isInherited ? ['taken over from the parent'] : []),
    ...(isReplaced ? ['a later answer counts in its place'] : []),
  ].join('; ');
}
