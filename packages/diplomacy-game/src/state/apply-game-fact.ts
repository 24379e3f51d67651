import { parsePhase, type Power } from '@entente/diplomacy-rules';
import type { AgentState, DiaryEntry, RelationshipChange } from './agent-state.js';
import type { AgentUpdated, DiaryConsolidated, GameBegun, GameFact, PhaseResolved } from './game-facts.js';
import { forEveryPower, type GameState, type OrderCounts } from './game-state.js';
import { comparePhases } from './seats.js';

/** Returns the state after one more fact. Unknown facts leave it as it is, so that an older reader can read a newer game. */
export function applyGameFact(state: GameState, fact: GameFact): GameState {
  switch (fact.type) {
    case 'game-begun':
      return withTable({ ...state, position: fact.position }, fact);
    case 'table-changed':
      return withTable(state, fact);
    case 'agent-initialized': {
      const { goals, relationships } = fact;
      return withAgent(state, fact.power, (agent) => ({ ...agent, goals, relationships }));
    }
    case 'round-held':
      return {
        ...state,
        press: [...state.press, ...fact.messages],
        dropped: [...state.dropped, ...fact.dropped],
        roundsHeld: fact.round,
        done: fact.done,
      };
    case 'plan-made':
      return withAgent(state, fact.power, (agent) => ({ ...agent, plan: fact.plan }));
    case 'diary-written': {
      const { phase, kind, text } = fact;
      return withAgent(state, fact.power, (agent) => ({ ...agent, diary: withEntry(agent.diary, { phase, kind, text }) }));
    }
    case 'phase-analyzed':
      return fact.written.reduce(applyGameFact, state);
    case 'agent-updated':
      return withAgent(state, fact.power, (agent) => updated(agent, fact));
    case 'diary-consolidated':
      return withAgent(state, fact.power, (agent) => consolidated(agent, fact));
    case 'orders-submitted': {
      const { power, orders, valid, repaired, illegal } = fact;
      const counted = withCounts(state, fact, { valid, repaired, illegal: illegal.length, defaulted: 0 });
      return { ...counted, orders: { ...state.orders, [power]: orders } };
    }
    case 'orders-defaulted': {
      const counted = withCounts(state, fact, { valid: 0, repaired: 0, illegal: 0, defaulted: fact.units.length });
      return { ...counted, defaulted: [...state.defaulted, fact] };
    }
    case 'phase-resolved':
      return afterPhase(state, fact);
    case 'phase-summarized':
      return { ...state, summaries: { ...state.summaries, [fact.phase]: fact.text } };
    case 'game-ended':
      return { ...state, ended: fact };
    case 'initialization-missing':
    case 'messages-missing':
    case 'plan-missing':
    case 'diary-missing':
    case 'update-missing':
    case 'consolidation-missing':
    case 'summary-missing':
      return { ...state, missing: [...state.missing, fact] };
    default:
      fact satisfies never;
      return state;
  }
}

/** Inserts an entry in the order of the game: thoughts about a phase arrive while the next one is played, and stand before its entries. */
function withEntry(diary: readonly DiaryEntry[], entry: DiaryEntry): readonly DiaryEntry[] {
  const at = diary.findLastIndex(({ phase }) => comparePhases(phase, entry.phase) <= 0) + 1;
  return [...diary.slice(0, at), entry, ...diary.slice(at)];
}

const withAgent = (state: GameState, power: Power, change: (agent: AgentState) => AgentState): GameState => ({
  ...state,
  agents: { ...state.agents, [power]: change(state.agents[power]) },
});

/** Seats players from the coming phase on. */
const withTable = (state: GameState, { settings, seats }: Pick<GameBegun, 'settings' | 'seats'>): GameState => ({
  ...state,
  settings,
  seats,
  tables: [...state.tables, { phase: state.position.phase, seats, rulebook: settings.rulebook }],
});

function withCounts(
  state: GameState,
  { phase, power }: { readonly phase: string; readonly power: Power },
  more: OrderCounts,
): GameState {
  return {
    ...state,
    orderCounts: { ...state.orderCounts, [power]: sumOf(state.orderCounts[power], more) },
    orderTexts: [...state.orderTexts, { phase, power, model: state.seats?.[power].model ?? null, ...more }],
  };
}

const sumOf = (one: OrderCounts, other: OrderCounts): OrderCounts => ({
  valid: one.valid + other.valid,
  repaired: one.repaired + other.repaired,
  illegal: one.illegal + other.illegal,
  defaulted: one.defaulted + other.defaulted,
});

function updated(agent: AgentState, { phase, goals, relationships = {}, note }: AgentUpdated): AgentState {
  const changes = Object.entries(relationships).flatMap(([towards, to]): readonly RelationshipChange[] => {
    const from = agent.relationships[towards as Power] ?? 'Neutral';
    return from === to ? [] : [{ phase, towards: towards as Power, from, to }];
  });
  return {
    ...agent,
    goals: goals ?? agent.goals,
    relationships: { ...agent.relationships, ...relationships },
    relationshipChanges: [...agent.relationshipChanges, ...changes],
    journal: note === undefined ? agent.journal : [...agent.journal, { phase, text: note }],
  };
}

/** Keeps entries after a year; entries of a phase without a year would stay. */
function consolidated(agent: AgentState, { throughYear, text }: DiaryConsolidated): AgentState {
  const isNewer = ({ phase }: { readonly phase: string }) => (parsePhase(phase)?.year ?? Infinity) > throughYear;
  return { ...agent, diary: agent.diary.filter(isNewer), consolidated: { throughYear, text } };
}

/** Moves the board on. Messages and orders of the phase go into its record. */
function afterPhase(state: GameState, { phase, outcomes, next }: PhaseResolved): GameState {
  return {
    ...state,
    position: next,
    history: [...state.history, { phase, position: state.position, orders: state.orders, outcomes, press: state.press }],
    agents: forEveryPower((power) => ({ ...state.agents[power], plan: null })),
    press: [],
    roundsHeld: 0,
    done: [],
    orders: {},
  };
}
