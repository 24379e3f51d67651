import type { Power } from '@entente/diplomacy-rules';
import { parsePhase } from '@entente/diplomacy-rules';
import type { AgentState, DiaryEntry, RelationshipChange } from './agent-state.js';
import { comparePhases } from './compare-phases.js';
import type { AgentUpdated, DiaryConsolidated, GameBegun, GameFact, PhaseResolved } from './game-facts.js';
import type { GameState, OrderCounts } from './game-state.js';
import { forEveryPower } from './game-state.js';

/** The state after one more fact. Facts of a kind that is not known leave it as it is: an older reader meets a newer game. */
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

/** In the order of the game: what is thought of a phase comes in while the next one is played, and stands before that one's entries. */
function withEntry(diary: readonly DiaryEntry[], entry: DiaryEntry): readonly DiaryEntry[] {
  const at = diary.findLastIndex(({ phase }) => comparePhases(phase, entry.phase) <= 0) + 1;
  return [...diary.slice(0, at), entry, ...diary.slice(at)];
}

const withAgent = (state: GameState, power: Power, change: (agent: AgentState) => AgentState): GameState => ({
  ...state,
  agents: { ...state.agents, [power]: change(state.agents[power]) },
});

/** Others sit down, or the same, from the phase on that comes next. */
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

/** Entries of a phase that has no year, which there are none of, would stay. */
function consolidated(agent: AgentState, { throughYear, text }: DiaryConsolidated): AgentState {
  const isNewer = ({ phase }: { readonly phase: string }) => (parsePhase(phase)?.year ?? Infinity) > throughYear;
  return { ...agent, diary: agent.diary.filter(isNewer), consolidated: { throughYear, text } };
}

/** The board moves on; what was said and planned for this phase goes into its record. */
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
