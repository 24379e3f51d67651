import { comparePhases, type GameFact, isReadBy } from '@entente/diplomacy-game';
import { callsBehindFact, type GameSpec, PERSON_PROVIDER } from '@entente/diplomacy-game/state';
import { parsePhase, type Power, POWERS, startingPosition } from '@entente/diplomacy-rules';
import { type ConsoleIo, createStyle, hasColors, outputWidth } from '@entente/run-console';
import { createJsonDisplay, createQuietDisplay, type RunDisplay, type RunStory } from '@entente/run-console/session';
import { centersLine, phaseHeading, tellGameFact } from './tell-game-fact.js';

const WIDEST = 120;

type PhaseSummarized = Extract<GameFact, { readonly type: 'phase-summarized' }>;

/**
 * Tells one game on stdout, as its facts come in.
 * @param people powers that are played at this terminal; if there are any, nothing is told that none of them may know
 */
export function createGameStory(io: ConsoleIo, people: readonly Power[] = []): RunDisplay {
  const style = createStyle(hasColors(io.stdout, io.env));
  let phase = '';
  let { centers } = startingPosition();

  const tell = (fact: GameFact): void => {
    const columns = outputWidth(io.stdout);
    const width = Math.min(WIDEST, columns);
    const options = { width, cutAt: Number.isFinite(columns) ? width : columns, style };
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

  // Summaries are joined together when the game ends, in no order of play.
  let summaries: readonly PhaseSummarized[] = [];
  const tellSummaries = (): void => {
    const inOrder = summaries.toSorted((one, other) => comparePhases(one.phase, other.phase));
    summaries = [];
    inOrder.forEach(tell);
  };

  return {
    planned: () => {},
    runStarted: (runId, resumed) =>
      void io.stderr.write(`${style.dim(resumed ? `${runId} goes on where it stopped.` : runId)}\n`),
    entry: (_runId, entry) => {
      if (entry.type !== 'fact-recorded') return;
      const fact = asSeenBy(people, entry.fact as unknown as GameFact);
      if (fact === undefined) return;
      if (fact.type === 'phase-summarized') summaries = [...summaries, fact];
      else {
        tellSummaries();
        tell(fact);
      }
    },
    runEnded: tellSummaries,
    note: (message) => void io.stderr.write(`${message}\n`),
    close: tellSummaries,
  };
}

/** Filters a fact for people at the table: their own press and what is public. */
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

/** How a game's run is told: from its record with the summary of each phase at the end of it, although they are written later. */
export const gameStory: RunStory = {
  display: (io) => createGameStory(io),
  inOrder: (facts) => {
    const summaries = facts.filter(({ fact }) => fact.type === 'phase-summarized');
    const told = facts.flatMap((entry) => {
      if (entry.fact.type === 'phase-summarized') return [];
      if (entry.fact.type !== 'phase-resolved') return [entry];
      return [entry, ...summaries.filter(({ fact }) => fact['phase'] === entry.fact['phase'])];
    });
    return [...told, ...summaries.filter((entry) => !told.includes(entry))];
  },
  callsBehind: (recorded) => {
    const fact = recorded as unknown as GameFact;
    return fact.type === 'round-held' || fact.type === 'phase-resolved' ? callsBehindFact(fact)[0] : undefined;
  },
};

/**
 * Display of one game: events as JSON, results alone, or a story as the game goes on.
 * @param spec spec of the game, which seats people at this terminal or not
 */
export function displayFor(
  io: ConsoleIo,
  { json, quiet }: { readonly json: boolean; readonly quiet: boolean },
  { seats }: Pick<GameSpec, 'seats'>,
): RunDisplay {
  if (json) return createJsonDisplay(io.stdout, { facts: true });
  const people = POWERS.filter((power) => seats[power].model.provider === PERSON_PROVIDER);
  return quiet ? createQuietDisplay(io.stderr) : createGameStory(io, people);
}
