import { modelTimeMs, readReply } from '@entente/llm-clients';
import { formatModelSpec } from '@entente/llm-clients/contract';
import { formatDuration } from '@entente/studies/tables';
import type { Style } from '../text/style.js';
import { wrapText } from '../text/wrap-text.js';
import { type CallRecord, labelOf } from './call-record.js';

export interface DescribeOptions {
  readonly parts: ReadonlyMap<string, string>;
  readonly width: number;
  readonly style: Style;
}

/** All that is on record about a call: what it was, its prompt part by part, the reply, the value read from it, the attempts. */
export function describeCall(call: CallRecord, { parts, width, style }: DescribeOptions): string {
  const { entry } = call;
  const rule = (title: string): string =>
    style.cyan(`── ${title} ${'─'.repeat(Math.max(0, Math.min(width, 100) - title.length - 4))}`);
  const fact = (name: string, value: string): string => `${style.dim(name.padEnd(9))} ${value}`;
  const lines = [
    style.bold(call.path),
    fact('asked', new Date(entry.at).toISOString().replace('T', ' ').slice(0, 19)),
    fact('model', formatModelSpec(entry.model)),
    ...(call.askedAt === undefined ? [] : [fact('asked at', call.askedAt)]),
  ];
  const label = labelOf(call);
  if (label !== null) lines.push(fact('prompt', label));

  if (entry.type === 'call-failed') {
    lines.push(fact('failed', `${entry.kind}: ${entry.message}`));
    return [...lines, ...attemptLines(entry.attempts, rule)].join('\n');
  }
  const told = entry.type === 'answer-recorded' ? entry.result : entry;
  const { usage, latencyMs, attempts } = told;
  const ownDelayMs = latencyMs - modelTimeMs(told);
  const ownDelay = ownDelayMs >= 1 ? ` (and ${formatDuration(ownDelayMs)} that this process, being busy, kept it waiting)` : '';
  const estimated = usage.estimated ? ' (estimated, at least in part: the provider did not report all of it)' : '';
  const cached = usage.cacheReadTokens > 0 ? ` (${usage.cacheReadTokens} from cache)` : '';
  const reasoning = usage.reasoningTokens > 0 ? ` (${usage.reasoningTokens} of them reasoning)` : '';
  lines.push(
    fact('usage', `${usage.inputTokens} tokens in${cached}, ${usage.outputTokens} out${reasoning}${estimated}`),
    fact('time', `${formatDuration(modelTimeMs(told))}${ownDelay}`),
  );
  if (entry.type === 'embeddings-recorded') {
    lines.push(fact('vectors', String(entry.vectors.length)));
    return [...lines, ...attemptLines(attempts, rule)].join('\n');
  }

  const { result } = entry;
  if (call.isReplaced) lines.push(fact('replaced', 'a later answer at this path counts in its place'));
  if (entry.inherited && !entry.edited) lines.push(fact('inherited', 'the parent of this fork asked and paid for it'));
  if (entry.edited) lines.push(fact('edited', 'another reply stands in the place of what the model said'));
  const { sampling = {} } = entry;
  const settings = Object.entries(sampling).map(([name, value]) => `${name} ${value}`);
  if (settings.length > 0) lines.push(fact('sampling', settings.join(', ')));
  if (result.finishReason !== 'stop') lines.push(fact('ended', result.finishReason));
  if (result.structuredRung) lines.push(fact('shape', `asked for as ${result.structuredRung}`));
  if (result.droppedParameters.length > 0) lines.push(fact('left out', result.droppedParameters.join(', ')));
  const changed = Object.entries(result.changedParameters ?? {}).map(([name, value]) =>
    name === 'prompt' ? `${String(value)} tokens of the prompt were read` : `${name} ${String(value)}`,
  );
  if (changed.length > 0) lines.push(fact('sent as', changed.join(', ')));
  if (result.servedModel !== undefined)
    lines.push(fact('served by', [result.servedModel, result.servingProvider, result.requestId].filter(Boolean).join(', ')));

  for (const message of entry.messages) {
    for (const [kind, hash] of message.parts) {
      lines.push(
        '',
        rule(`${message.role}, ${kind}`),
        wrapText(parts.get(hash) ?? `(the text with the hash ${hash} is not on record)`, width),
      );
    }
  }
  if (result.reasoning !== undefined) lines.push('', rule('reasoning'), wrapText(result.reasoning, width));
  lines.push('', rule(entry.edited ? 'reply, edited' : 'reply'), wrapText(result.text, width));
  if (entry.schemaHash !== undefined) {
    const value = readReply(result.text);
    lines.push('', rule('value'), value.ok ? JSON.stringify(value.value, null, 2) : `none: ${value.complaint}`);
  }
  return [...lines, ...attemptLines(attempts, rule)].join('\n');
}

type Attempts = Extract<CallRecord['entry'], { type: 'call-failed' }>['attempts'];

function attemptLines(attempts: Attempts, rule: (title: string) => string): readonly string[] {
  const lines = attempts.map(({ outcome, latencyMs, status, message, requestId }, index) =>
    [`${index + 1}.`, outcome, status, formatDuration(latencyMs), message, requestId]
      .filter((part) => part !== undefined)
      .join('  '),
  );
  return ['', rule(attempts.length === 1 ? 'attempt' : 'attempts'), ...lines];
}
