import type { GameFact } from '@entente/diplomacy-game';
import { parsePhase, startingPosition } from '@entente/diplomacy-rules';
import { type ConsoleIo, createStyle, hasColors, outputWidth } from '@entente/run-console';
import type { RunDisplay } from '@entente/run-console/session';
import { centersLine, phaseHeading, tellGameFact } from './tell-game-fact.js';

const WIDEST = 120;

/** Tells one game on stdout, as its facts come in. */
export function createGameStory(io: ConsoleIo): RunDisplay {
  const style = createStyle(hasColors(io.stdout, io.env));
  let phase = '';
  let { centers } = startingPosition();

  const tell = (fact: GameFact): void => {
    const options = { width: Math.min(WIDEST, outputWidth(io.stdout)), style };
    const heading = headingBefore(fact, phase);
    if (heading !== undefined) {
      phase = heading;
      io.stdout.write(`\n${style.bold(style.cyan(phaseHeading(phase)))}\n`);
    }
    const text = tellGameFact(fact, options);
    if (text !== undefined) io.stdout.write(`${text}\n`);
    if (fact.type !== 'phase-resolved') return;
    const after = fact.next.centers;
    const isYearsEnd = parsePhase(fact.phase)?.season === 'F' && parsePhase(fact.next.phase)?.season !== 'F';
    if (isYearsEnd) {
      io.stdout.write(`${centersLine(centers, after, style)}\n`);
      centers = after;
    }
  };

  return {
    planned: () => {},
    runStarted: (runId, resumed) =>
      void io.stderr.write(`${style.dim(resumed ? `${runId} goes on where it stopped.` : runId)}\n`),
    entry: (_runId, entry) => {
      if (entry.type === 'fact-recorded') tell(entry.fact as unknown as GameFact);
    },
    runEnded: () => {},
    note: (message) => void io.stderr.write(`${message}\n`),
    close: () => {},
  };
}

/** The phase that a fact is the first of; facts that come in late, about a phase before, begin none. */
function headingBefore(fact: GameFact, current: string): string | undefined {
  if (fact.type !== 'round-held' && fact.type !== 'orders-submitted' && fact.type !== 'phase-resolved') return undefined;
  return fact.phase === current ? undefined : fact.phase;
}
