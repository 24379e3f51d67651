import {
  type AgentUpdated,
  applyGameFact,
  type DiaryConsolidated,
  type DiaryWritten,
  forEveryPower,
  type GameFact,
  type GameState,
  initialGameState,
  livingPowers,
  type PhaseRecord,
  rulebookAt,
  seatAt,
} from '@entente/diplomacy-game/state';
import type { ByPower, Power } from '@entente/diplomacy-rules';
import { POWERS } from '@entente/diplomacy-rules';
import type { AgentView, GameStory, StoryPhase } from './game-story';

/** Facts of a game folded so far, with the things that the state of a game forgets. */
export interface StoryFold {
  readonly state: GameState;
  /** Minds at the end of each played phase, just before it was judged. */
  readonly minds: readonly GameState['agents'][];
  readonly diaries: ByPhase<DiaryWritten>;
  readonly updates: ByPhase<AgentUpdated>;
  readonly consolidations: ByPhase<DiaryConsolidated>;
}

type ByPhase<Item> = Readonly<Record<string, readonly Item[]>>;

/** Story before anything has happened. */
export const emptyStory: StoryFold = { state: initialGameState, minds: [], diaries: {}, updates: {}, consolidations: {} };

/** Adds facts to a story. Facts of kinds that this page does not know leave it as it is. */
export function growStory(fold: StoryFold, facts: readonly GameFact[]): StoryFold {
  let { state } = fold;
  const minds = [...fold.minds];
  const diaries = { ...fold.diaries };
  const updates = { ...fold.updates };
  const consolidations = { ...fold.consolidations };
  const write = (fact: GameFact): void => {
    if (fact.type === 'diary-written') append(diaries, fact.phase, fact);
    if (fact.type === 'agent-updated') append(updates, fact.phase, fact);
    if (fact.type === 'phase-analyzed') fact.written.forEach(write);
    if (fact.type === 'diary-consolidated') append(consolidations, state.position.phase, fact);
  };
  for (const fact of facts) {
    if (fact.type === 'phase-resolved') minds.push(state.agents);
    write(fact);
    state = applyGameFact(state, fact);
  }
  return { state, minds, diaries, updates, consolidations };
}

/** Tells a folded game phase by phase. */
export function storyOf(fold: StoryFold, runId: string | null): GameStory {
  const { state } = fold;
  const played = state.history.map((record, at) =>
    phaseOf(fold, record, { stage: 'played', agents: fold.minds[at] ?? state.agents }),
  );
  const current = phaseOf(
    fold,
    { phase: state.position.phase, position: state.position, orders: state.orders, outcomes: [], press: state.press },
    { stage: state.ended === null ? 'open' : 'end', agents: state.agents },
  );
  return { phases: [...played, current], ended: state.ended, notes: [], runId };
}

function phaseOf(
  { state, diaries, updates, consolidations }: StoryFold,
  { phase, position, orders, outcomes, press }: PhaseRecord,
  { stage, agents }: { readonly stage: StoryPhase['stage']; readonly agents: GameState['agents'] },
): StoryPhase {
  const isOfPhase = (one: { readonly phase: string }): boolean => one.phase === phase;
  return {
    name: phase,
    stage,
    position,
    rulebook: rulebookAt(state, phase),
    orders,
    results: outcomes,
    press,
    dropped: state.dropped.filter(isOfPhase),
    agents: mindsOf(agents, livingPowers(position)),
    diaries: diaries[phase] ?? [],
    updates: updates[phase] ?? [],
    consolidations: consolidations[phase] ?? [],
    defaulted: state.defaulted.filter(isOfPhase),
    missing: state.missing.filter(isOfPhase),
    summary: state.summaries[phase] ?? null,
    models: Object.fromEntries(
      POWERS.flatMap((power) => {
        const seat = seatAt(state, power, phase) ?? state.seats?.[power];
        return seat ? [[power, seat.model]] : [];
      }),
    ),
  };
}

/** Minds that hold something; `null` in a game of bots, who have none. */
function mindsOf(agents: GameState['agents'], living: readonly Power[]): ByPower<AgentView> | null {
  const thinks = living.some((power) => agents[power].goals.length > 0 || Object.keys(agents[power].relationships).length > 0);
  if (!thinks) return null;
  return forEveryPower((power) => {
    const { goals, relationships, plan } = agents[power];
    return { goals, relationships, plan };
  });
}

function append<Item>(lists: Record<string, readonly Item[]>, key: string, item: Item): void {
  lists[key] = [...(lists[key] ?? []), item];
}
