import { type GameFact, isReadBy } from '@entente/diplomacy-game';
import { parsePhase, type Power, startingPosition } from '@entente/diplomacy-rules';
import { type ConsoleIo, createStyle, hasColors, outputWidth } from '@entente/run-console';
import type { RunDisplay } from '@entente/run-console/session';
import { centersLine, phaseHeading, tellGameFact } from './tell-game-fact.js';

const WIDEST = 120;

/**
 * Tells one game on stdout, as its facts come in.
 * @param people powers that are played at this terminal; if there are any, nothing is told that none of them may know
 */
export function createGameStory(io: ConsoleIo, people: readonly Power[] = []): RunDisplay {
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
      io.stdout.write(`${centersLine(centers, after, options)}\n`);
      centers = after;
    }
  };

  return {
    planned: () => {},
    runStarted: (runId, resumed) =>
      void io.stderr.write(`${style.dim(resumed ? `${runId} goes on where it stopped.` : runId)}\n`),
    entry: (_runId, entry) => {
      if (entry.type !== 'fact-recorded') return;
      const fact = asSeenBy(people, entry.fact as unknown as GameFact);
      if (fact !== undefined) tell(fact);
    },
    runEnded: () => {},
    note: (message) => void io.stderr.write(`${message}\n`),
    close: () => {},
  };
}

/** What people at the table may know of a fact: their own press and what is public. */
function asSeenBy(people: readonly Power[], fact: GameFact): GameFact | undefined {
  if (people.length === 0) return fact;
  switch (fact.type) {
    case 'round-held':
      return {
        ...fact,
        messages: fact.messages.filter((message) => people.some((power) => isReadBy(message, power))),
        dropped: fact.dropped.filter(({ sender }) => people.includes(sender)),
      };
    case 'game-begun':
    case 'table-changed':
    case 'orders-submitted':
    case 'orders-defaulted':
    case 'phase-resolved':
    case 'game-ended':
      return fact;
    default:
      return undefined;
  }
}

/** The phase that a fact is the first of; facts that come in late, about a phase before, begin none. */
function headingBefore(fact: GameFact, current: string): string | undefined {
  if (fact.type !== 'round-held' && fact.type !== 'orders-submitted' && fact.type !== 'phase-resolved') return undefined;
  return fact.phase === current ? undefined : fact.phase;
}
