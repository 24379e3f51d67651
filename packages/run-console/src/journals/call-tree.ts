import { modelTimeMs } from '@entente/llm-clients';
import { callPath, DEFERRED, parseCallPath } from '@entente/simulation-core';
import { formatDuration, isEstimated, type PrintedColumn, type Row, USAGE_ESTIMATED_COLUMN } from '@entente/studies/tables';
import { type CallRecord, labelOf } from './call-record.js';

const tokens = (value: string | number, row: Row): string => `${isEstimated(row) ? '~' : ''}${value}`;

export const CALL_COLUMNS: readonly PrintedColumn[] = [
  { key: 'call', title: 'call' },
  { key: 'prompt', title: 'prompt' },
  { key: 'inputTokens', title: 'in', align: 'right', format: tokens },
  { key: 'outputTokens', title: 'out', align: 'right', format: tokens },
  { key: 'latencyMs', title: 'time', align: 'right', format: (value) => formatDuration(Number(value)) },
  { key: 'remark', title: '' },
  USAGE_ESTIMATED_COLUMN,
];

interface Branch {
  readonly name: string;
  readonly children: Map<string, Branch>;
  readonly calls: CallRecord[];
}

/** Calls as rows of a tree over their paths; a branch with a single way on shares its line with it. */
export function callTree(calls: readonly CallRecord[]): readonly Row[] {
  const root: Branch = { name: '', children: new Map(), calls: [] };
  for (const call of calls) {
    let branch = root;
    for (const name of levelsOf(call.path)) {
      const next = branch.children.get(name) ?? { name, children: new Map<string, Branch>(), calls: [] };
      branch.children.set(name, next);
      branch = next;
    }
    branch.calls.push(call);
  }
  const steps = [...root.children.values()];
  const inOrder = [...steps.filter(({ name }) => name !== DEFERRED), ...steps.filter(({ name }) => name === DEFERRED)];
  return inOrder.flatMap((child) => rowsOf(child, '', ''));
}

/** The levels of the tree that lead to a call; the index of a call is part of the last one. */
function levelsOf(path: string): readonly string[] {
  const { isDeferred, segments, number } = parseCallPath(path);
  const names = isDeferred ? [DEFERRED, ...segments] : segments;
  return [...names.slice(0, -1), callPath(names.at(-1) ?? '', number)];
}

function rowsOf(branch: Branch, ownIndent: string, indent: string): readonly Row[] {
  let name = branch.name;
  let end = branch;
  while (end.calls.length === 0 && end.children.size === 1) {
    [end] = end.children.values() as Iterable<Branch> as [Branch];
    name = `${name}/${end.name}`;
  }
  const children = [...end.children.values()];
  const own =
    end.calls.length === 0
      ? [{ call: ownIndent + name, ...EMPTY }]
      : end.calls.map((call) => ({ call: ownIndent + name, ...figuresOf(call) }));
  return [
    ...own,
    ...children.flatMap((child, index) => {
      const isLast = index === children.length - 1;
      return rowsOf(child, `${indent}${isLast ? '└ ' : '├ '}`, `${indent}${isLast ? '  ' : '│ '}`);
    }),
  ];
}

const EMPTY: Row = { prompt: '', inputTokens: '', outputTokens: '', latencyMs: '', remark: '', usageEstimated: '' };

function figuresOf(call: CallRecord): Row {
  const { entry } = call;
  if (entry.type === 'call-failed') return { ...EMPTY, remark: `failed: ${entry.kind}` };
  const told = entry.type === 'answer-recorded' ? entry.result : entry;
  const { usage, attempts } = told;
  const remarks = [
    ...(attempts.length > 1 ? [`${attempts.length} attempts`] : []),
    ...(entry.type === 'answer-recorded' && entry.result.finishReason !== 'stop' ? [entry.result.finishReason] : []),
    ...(entry.type === 'answer-recorded' && entry.edited ? ['edited'] : entry.inherited ? ['inherited'] : []),
    ...(call.isReplaced ? ['replaced'] : []),
  ];
  return {
    prompt: labelOf(call),
    inputTokens: usage.inputTokens,
    outputTokens: usage.outputTokens,
    latencyMs: modelTimeMs(told),
    remark: remarks.join(', '),
    usageEstimated: usage.estimated === true,
  };
}
