import {
  applyGameFact,
  type DiaryWritten,
  type GameFact,
  gameFactSchema,
  type GameState,
  initialGameState,
  type PhaseRecord,
  rulebookAt,
} from '@entente/diplomacy-game/state';
import {
  adjudicate,
  explainOutcome,
  formatOrder,
  parseOrders,
  parsePhase,
  type RulebookChoice,
  toRulebook,
} from '@entente/diplomacy-rules';
import { type FoldedRun, foldRun, type JournalStore } from '@entente/simulation-core/journal';
import type { PhaseMaterial, PrivateEntry } from './phase-material.js';

/** A game as the analyst sees it. */
export interface GameMaterial {
  readonly state: GameState;
  /** The movement phases that were played, oldest first. */
  readonly phases: readonly PhaseMaterial[];
}

/** Reads a game's journal. @throws UnknownRunError, JournalCorruptError */
export async function readGameMaterial(runId: string, store: Pick<JournalStore, 'read'>): Promise<GameMaterial> {
  return gameMaterial(
    await foldRun({ initial: initialGameState, apply: applyGameFact, factSchema: gameFactSchema }, runId, store),
  );
}

/**
 * Movement phases with their press, orders, results and diaries. Orders are judged once more, for the reasons: the record keeps results
 * only. Diaries are read from the facts, as the state forgets entries of years that were consolidated.
 */
export function gameMaterial({ state, facts }: Pick<FoldedRun<GameState>, 'state' | 'facts'>): GameMaterial {
  const diaries = diariesOf(facts as unknown as readonly GameFact[]);
  const phases: PhaseMaterial[] = [];
  for (const record of state.history) {
    if (parsePhase(record.phase)?.type === 'M') {
      const entries = diaries.filter(({ phase }) => phase === record.phase);
      phases.push(movement(record, entries, rulebookAt(state, record.phase)));
    } else {
      const before = phases.pop();
      if (before) phases.push({ ...before, aftermath: [...before.aftermath, ...aftermath(record)] });
    }
  }
  return { state, phases };
}

function movement(record: PhaseRecord, diaries: readonly PrivateEntry[], rulebook: RulebookChoice): PhaseMaterial {
  const { phase, position, press } = record;
  const { orders } = parseOrders(position, record.orders);
  const { outcomes } = adjudicate(position, orders, { rulebook: toRulebook(rulebook) });
  return {
    phase,
    position,
    rulebook,
    press,
    orders: outcomes.map((outcome) => {
      const results = outcome.results.length === 0 ? '' : ` (${outcome.results.join(', ')})`;
      return {
        power: outcome.power,
        order: outcome.order,
        text: `${formatOrder(outcome.order)}${results}`,
        explanation: explainOutcome(outcome),
      };
    }),
    aftermath: [],
    diaries,
  };
}

const aftermath = ({ phase, outcomes }: PhaseRecord): readonly string[] =>
  outcomes.map(
    ({ power, order, results }) => `${phase} ${power}: ${order}${results.length === 0 ? '' : ` (${results.join(', ')})`}`,
  );

/** All diary entries of a game, in the order of the record. */
function diariesOf(facts: readonly GameFact[]): readonly PrivateEntry[] {
  const entry = ({ power, phase, kind, text }: DiaryWritten): PrivateEntry => ({ power, phase, kind, text });
  return facts.flatMap((fact): readonly PrivateEntry[] => {
    if (fact.type === 'diary-written') return [entry(fact)];
    if (fact.type !== 'phase-analyzed') return [];
    return fact.written.flatMap((each) => (each.type === 'diary-written' ? [entry(each)] : []));
  });
}

/** Cuts a game to its first movement phases and their retreats and adjustments. A shorter game is returned whole. */
export function firstPhases({ state, phases }: GameMaterial, count: number): GameMaterial {
  const next = phases[count];
  if (next === undefined) return { state, phases };
  const end = state.history.findIndex(({ phase }) => phase === next.phase);
  return {
    state: { ...state, position: next.position, history: state.history.slice(0, end), ended: null },
    phases: phases.slice(0, count),
  };
}
