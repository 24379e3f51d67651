import type { EntryOf, JournalEntry } from '@entente/simulation-core';
import type { RunHeader } from '@entente/simulation-core/journal';
import { type ConsoleIo, hasColors } from '../cli/console-io.js';
import { outputWidth } from '../cli/output-width.js';
import { createStyle } from '../text/style.js';
import { wrapText } from '../text/wrap-text.js';
import { EDIT_LABEL, NO_EDIT } from './plan-forks.js';
import type { RunStory } from './run-kind.js';

type FactEntry = EntryOf<'fact-recorded'>;

const WIDEST = 100;

/**
 * Tells a run from its record, each fact at its place in the story. In a fork it marks the inherited part, the edit, and the facts
 * that follow from an edited reply.
 */
export async function tellRecord(
  story: RunStory,
  {
    io,
    header,
    entries,
  }: {
    readonly io: ConsoleIo;
    readonly header: RunHeader;
    readonly entries: AsyncIterable<JournalEntry> | Iterable<JournalEntry>;
  },
): Promise<void> {
  const { facts, inherited, edited } = await readStory(entries, header);
  const style = createStyle(hasColors(io.stdout, io.env));
  const width = Math.min(WIDEST, outputWidth(io.stdout));
  const say = (text: string): void => void io.stdout.write(`\n${style.yellow(wrapText(text, width))}\n`);

  const display = story.display(io, header);
  const ordered = story.inOrder?.(facts) ?? facts;
  const inheritedSteps = new Set([...inherited].map(({ step }) => step));
  const isOfPast = (entry: FactEntry): boolean => inherited.has(entry) || inheritedSteps.has(story.stepOf?.(entry.fact) ?? '');
  const own = ordered.findLastIndex(isOfPast) + 1;
  const { forkedFrom, labels } = header;
  if (forkedFrom && own > 0) say(`Inherited from ${forkedFrom.runId}:`);
  const beginFork = (): void => {
    if (!forkedFrom) return;
    const edit = labels[EDIT_LABEL] ?? NO_EDIT;
    say(`Forked from ${forkedFrom.runId} at ${forkedFrom.step}, future ${forkedFrom.future}. Edit: ${edit}.`);
    for (const path of edited) say(`Edited reply: ${path}`);
  };
  ordered.forEach((entry, index) => {
    if (index === own) beginFork();
    const calls = story.callsBehind?.(entry.fact);
    const behind = edited.filter((path) => calls !== undefined && isWithin(path, calls));
    for (const path of behind) say(`The next is of an edited reply (${path}).`);
    display.entry(header.runId, entry);
  });
  if (own === ordered.length) beginFork();
  display.close();
}

/** The facts of a record, those that a fork took over from its parent, and the paths of replies that were put into it. */
async function readStory(
  entries: AsyncIterable<JournalEntry> | Iterable<JournalEntry>,
  { forkedFrom }: RunHeader,
): Promise<{
  readonly facts: readonly FactEntry[];
  readonly inherited: ReadonlySet<FactEntry>;
  readonly edited: readonly string[];
}> {
  const facts: FactEntry[] = [];
  const edited: string[] = [];
  let forkedAt = 0;
  for await (const entry of entries) {
    if (entry.type === 'fact-recorded') facts.push(entry);
    if (entry.type === 'answer-recorded' && entry.edited) edited.push(entry.path);
    if (entry.type === 'run-forked') forkedAt = facts.length;
  }
  // Facts of an edit also stand before the fork's beginning, but in the fork's own first step.
  const inherited = facts.slice(0, forkedAt).filter(({ step }) => step !== forkedFrom?.step);
  return { facts, inherited: new Set(inherited), edited };
}

function isWithin(path: string, calls: string): boolean {
  return path === calls || path.startsWith(`${calls}/`) || path.startsWith(`${calls}#`);
}
