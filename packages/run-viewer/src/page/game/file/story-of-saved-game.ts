import { type AgentUpdated, forEveryPower, type OrderRecord, type PressMessage } from '@entente/diplomacy-game/state';
import {
  ORDER_RESULTS,
  type OrderResult,
  type Position,
  positionOfSavedState,
  type Power,
  POWERS,
  readLeniently,
  type SavedPhase,
} from '@entente/diplomacy-rules';
import type { GameStory, StoryPhase } from '../story/game-story';
import { readMinds, type SavedMind } from './saved-minds';

/**
 * Tells a saved game: the JSON of the Python package, with the additions of AI_Diplomacy where they are there.
 * @throws {InvalidFileError} {InvalidPositionError} with the first wrong place in its message
 */
export function storyOfSavedGame(value: unknown): GameStory {
  const { game, notes } = readLeniently(value);
  if (game.map !== 'standard')
    throw new Error(`This page draws the standard map; the game is played on “${game.map.slice(0, 40)}”.`);
  const saved = game.phases.filter(({ name }) => name !== 'FORMING');
  if (saved.length === 0) throw new Error('The saved game has no phase.');
  let foreign = 0;
  let minds: ReadonlyMap<Power, SavedMind> | null = null;
  const phases = saved.map((phase, at): StoryPhase => {
    const after = readMinds(phase);
    // Minds are saved as they were after the phase; before the first one nothing else is known.
    const before = minds ?? after;
    const messages = (phase.messages ?? []).map((message) => pressMessage(phase.name, message));
    foreign += messages.filter((message) => message === null).length;
    const isLast = at === saved.length - 1 && phase.results === undefined && hasNoOrders(phase);
    const told = phaseOf(phase, { before, after, isLast, press: messages.filter((message) => message !== null) });
    minds = after ?? minds;
    return told;
  });
  const passedOver = foreign === 0 ? [] : [`Messages that are not between powers are passed over: ${foreign}.`];
  return { phases, ended: null, notes: [...notes, ...passedOver], runId: null };
}

function phaseOf(
  phase: SavedPhase,
  {
    before,
    after,
    isLast,
    press,
  }: {
    readonly before: ReadonlyMap<Power, SavedMind> | null;
    readonly after: ReadonlyMap<Power, SavedMind> | null;
    readonly isLast: boolean;
    readonly press: readonly PressMessage[];
  },
): StoryPhase {
  const { name, state } = phase;
  const position: Position = positionOfSavedState({ ...state, name });
  const orders = Object.fromEntries(POWERS.flatMap((power) => (phase.orders[power] ? [[power, phase.orders[power]]] : [])));
  const minds = before;
  return {
    name,
    stage: isLast || name === 'COMPLETED' ? 'end' : 'played',
    position,
    rulebook: 'python-compatible',
    orders,
    results: resultsOf(phase),
    press,
    dropped: [],
    agents:
      minds === null
        ? null
        : forEveryPower((power) => {
            const { goals = [], relationships = {} } = minds.get(power) ?? {};
            return { goals, relationships, plan: null };
          }),
    diaries: POWERS.flatMap((power) => (after?.get(power)?.diary ?? []).map((text) => ({ power, kind: 'entry' as const, text }))),
    updates: after === null ? [] : updatesOf(name, after),
    consolidations: [],
    defaulted: [],
    missing: [],
    summary: textOrNull(phase['summary']),
    models: Object.fromEntries(
      [...(after ?? before ?? [])].flatMap(([power, { model }]) => (model === null ? [] : [[power, model]])),
    ),
  };
}

const hasNoOrders = ({ orders }: SavedPhase): boolean => Object.values(orders).every((own) => own === null || own.length === 0);

/** Results by order; a unit without results is left out, as its order succeeded or nothing is known. */
function resultsOf({ orders, results = {} }: SavedPhase): readonly OrderRecord[] {
  return POWERS.flatMap((power) =>
    (orders[power] ?? []).flatMap((order) => {
      const unit = order.split(' ').slice(0, 2).join(' ');
      const words = results[unit];
      if (words === undefined) return [];
      return [{ power, order, results: words.filter((word): word is OrderResult => RESULTS.has(word)) }];
    }),
  );
}

const RESULTS: ReadonlySet<string> = new Set(ORDER_RESULTS);

function pressMessage(phase: string, message: NonNullable<SavedPhase['messages']>[number]): PressMessage | null {
  const sender = POWERS.find((power) => power === message.sender);
  const recipient = message.recipient === 'GLOBAL' ? 'GLOBAL' : POWERS.find((power) => power === message.recipient);
  if (sender === undefined || recipient === undefined) return null;
  return { phase, round: 0, sender, recipient, text: message.message };
}

const updatesOf = (phase: string, after: ReadonlyMap<Power, SavedMind>): readonly AgentUpdated[] =>
  [...after].map(([power, { goals, relationships }]) => ({ type: 'agent-updated', phase, power, goals, relationships }));

const textOrNull = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' && value !== '(No LLM callback provided.)' ? value : null;
