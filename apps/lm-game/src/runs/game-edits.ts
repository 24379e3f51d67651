import type { GameFact, GameState } from '@entente/diplomacy-game';
import { GAME_SETTINGS } from '@entente/diplomacy-game/settings';
import { type GameSpec, isModel, readGameSpec, toJson } from '@entente/diplomacy-game/state';
import { parsePhase, POWERS } from '@entente/diplomacy-rules';
import { type ForkStart, type KeyedEdit, readForkValue, type RunEdit, type RunEdits, UsageError } from '@entente/run-console';
import type { LiveModels } from '@entente/run-console/session';
import type { Json } from '@entente/simulation-core';
import { forkKeys } from '@entente/studies/settings';
import { tableChanged } from './change-game.js';
import { lostMessages } from './lost-messages.js';
import { describePlayer } from './plan-games.js';

/** Edits of a game by `fork --set`: `power.FRANCE.model`, `models` for all seven, `settings.maxYear`, ... */
export const gameEdits: RunEdits<GameState> = {
  keys: () => forkKeys(GAME_SETTINGS),
  apply: (sets, start) => applySets(sets, start),
  lost: lostMessages,
};

function applySets(sets: readonly KeyedEdit[], start: ForkStart<GameState>): RunEdit {
  const { header, models } = start;
  const before = readGameSpec(header);
  // Values for all powers come first, so that a single power can differ.
  const inOrder = [...sets].sort((a, b) => Number(b.key === 'models') - Number(a.key === 'models'));
  const spec = withNarrator(inOrder.reduce((changed, set) => withSet(changed, set, models), before));
  if (sets.length === 0) return {};
  for (const { key } of sets) assertStillRead(key, spec, start);
  return {
    spec: toJson(spec),
    facts: [toFact(tableChanged(spec))],
    summary: sets.map(({ key, value }) => `${key}=${value.replace(/#.*$/s, '')}`).join(' '),
  };
}

function withSet(spec: GameSpec, { key, value }: KeyedEdit, models: LiveModels): GameSpec {
  if (key === 'models') {
    const model = describePlayer(value, models);
    const seats = Object.fromEntries(POWERS.map((power) => [power, { ...spec.seats[power], model }])) as GameSpec['seats'];
    return { ...spec, seats };
  }
  const power = POWERS.find((each) => key === `power.${each}.model`);
  if (power !== undefined)
    return { ...spec, seats: { ...spec.seats, [power]: { ...spec.seats[power], model: describePlayer(value, models) } } };
  const { name, value: read } = readForkValue(GAME_SETTINGS, key, value);
  return { ...spec, settings: { ...spec.settings, [name]: read } };
}

/** Refuses what the rest of the game does not read any more. @throws UsageError */
function assertStillRead(key: string, { settings }: GameSpec, { step, state }: ForkStart<GameState>): void {
  const power = POWERS.find((each) => key === `power.${each}.model`);
  const { units, centers } = state.position;
  if (power !== undefined && units[power].length === 0 && centers[power].length === 0 && state.history.length > 0)
    throw new UsageError(`--set ${key} has no effect here: ${power} is eliminated before ${step}.`);
  const begun = parsePhase(step);
  if (begun === null) return;
  if (key === 'settings.maxYear' && settings.maxYear < begun.year)
    throw new UsageError(`settings.maxYear cannot be ${settings.maxYear} in a fork at ${step}; write at least ${begun.year}.`);
  const end = settings.endAtPhase === undefined ? null : parsePhase(settings.endAtPhase);
  if (key === 'settings.endAtPhase' && end !== null) {
    if (placeInTime(end) < placeInTime(begun))
      throw new UsageError(
        `settings.endAtPhase cannot be ${settings.endAtPhase} in a fork at ${step}; write a phase from there on.`,
      );
    if (end.year > settings.maxYear)
      throw new UsageError(
        `settings.endAtPhase=${settings.endAtPhase} has no effect here: the game ends with ${settings.maxYear}; set settings.maxYear too.`,
      );
  }
  if (key === 'settings.adaptiveRounds' && settings.adaptiveRounds && settings.negotiationRounds === 0)
    throw new UsageError('settings.adaptiveRounds has no effect here: there are no rounds; set settings.negotiationRounds too.');
}

/** Later phases are greater. */
const placeInTime = ({ year, season, type }: NonNullable<ReturnType<typeof parsePhase>>): number =>
  year * 10 + { S: 0, F: 2, W: 4 }[season] + (type === 'R' ? 1 : 0);

/** Seats the first model at the table as narrator where summaries begin, as in a new game. */
function withNarrator(spec: GameSpec): GameSpec {
  if (!spec.settings.phaseSummaries || spec.narrator !== null) return spec;
  const narrator = POWERS.map((power) => spec.seats[power].model).find(isModel);
  if (narrator !== undefined) return { ...spec, narrator };
  throw new UsageError('settings.phaseSummaries needs a model to write them, and none plays.');
}

/** A fact as journals keep it. */
export const toFact = (fact: GameFact): { readonly type: string } & Readonly<Record<string, Json>> =>
  JSON.parse(JSON.stringify(fact)) as { readonly type: string } & Readonly<Record<string, Json>>;
