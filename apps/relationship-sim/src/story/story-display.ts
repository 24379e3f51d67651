import { type ConsoleIo, createStyle, hasColors, outputWidth } from '@entente/run-console';
import type { RunDisplay } from '@entente/run-console/session';
import { applyRelationshipFact, byPartner, type ByPartner, initialRelationshipState } from '@entente/relationship';
import { tellBreakUp } from './tell-changes.js';
import type { Telling } from './tell-opening.js';
import { isHeld, readFact, releasesHeld, tellFact, tellOpenQuestion } from './tell-fact.js';

/** Columns beyond which prose reads badly. */
const WIDEST = 88;

/**
 * Tells one run on stdout while its facts come in.
 * @param names names by role, for facts that come after those that introduce the couple have been told elsewhere
 */
export function createStoryDisplay(io: ConsoleIo, names: ByPartner<string>): RunDisplay {
  const style = createStyle(hasColors(io.stdout, io.env));
  let state = initialRelationshipState;
  let held: readonly string[] = [];

  const telling = (): Telling => {
    const { partners } = state;
    const known = partners ? byPartner((role) => partners[role].name) : names;
    return { names: known, width: Math.min(WIDEST, outputWidth(io.stdout)), style };
  };
  const write = (lines: readonly (string | undefined)[]): void => {
    for (const line of lines) if (line !== undefined) io.stdout.write(`${line}\n`);
  };

  return {
    planned: () => {},
    runStarted: (runId, resumed) =>
      void io.stderr.write(`${style.dim(resumed ? `${runId} goes on where it stopped.` : runId)}\n`),
    entry: (_runId, entry) => {
      if (entry.type !== 'fact-recorded') return;
      const fact = readFact(entry.fact);
      if (fact === undefined) return;
      const before = state;
      state = applyRelationshipFact(before, fact);
      const [first, ...more] = tellFact(fact, { before, after: state, isPhrase: 'action' in entry.fact }, telling());
      if (isHeld(fact, before)) {
        held = [...held, ...(first === undefined ? [] : [first, ...more])];
      } else if (releasesHeld(fact)) {
        write([first, ...held, ...more]);
        held = [];
      } else {
        write([first, ...more]);
      }
    },
    runEnded: () => {},
    note: (message) => void io.stderr.write(`${message}\n`),
    close: () => {
      write([tellOpenQuestion(telling(), state), ...held, tellBreakUp(telling(), state)]);
      held = [];
    },
  };
}
