import {
  applyGameFact,
  forEveryPower,
  type GameFact,
  type GameState,
  initialGameState,
  resolvePhase,
} from '@entente/diplomacy-game';
import {
  formatOrder,
  greedyBot,
  legalOrdersOfPower,
  parsePhase,
  type PhaseType,
  type Power,
  POWERS,
  seededRandom,
} from '@entente/diplomacy-rules';

const LONGEST = 60;

/**
 * A game as it stands before a phase of some type in which a power has something to order: the first movement phase with a past, so that
 * every section of a prompt has something in it. Played by bots, so it is the same each time; what was said and thought is made up.
 */
export function sampleGame(power: Power, type: PhaseType): GameState {
  const random = seededRandom(1);
  let state = begin();
  for (let phase = 0; phase < LONGEST && !isWanted(state, power, type); phase++) {
    const orders = POWERS.map((each): GameFact => {
      const written = greedyBot(state.position, each, { random }).map(formatOrder);
      return {
        type: 'orders-submitted',
        phase: state.position.phase,
        power: each,
        orders: written,
        valid: written.length,
        repaired: 0,
        illegal: [],
      };
    });
    const talk: readonly GameFact[] = parsePhase(state.position.phase)?.type === 'M' ? said(state) : [];
    state = [...talk, ...orders].reduce(applyGameFact, state);
    state = applyGameFact(state, resolvePhase(state));
  }
  return type === 'M' ? said(state).reduce(applyGameFact, state) : state;
}

function begin(): GameState {
  const { position } = initialGameState;
  const settings = {
    maxYear: 1905,
    negotiationRounds: 2,
    adaptiveRounds: false,
    planning: true,
    phaseSummaries: true,
    rulebook: 'python-compatible',
  } as const;
  const facts: readonly GameFact[] = [
    { type: 'game-begun', settings, seats: forEveryPower(() => ({ model: 'offline' })), position },
    ...POWERS.map((power): GameFact => ({
      type: 'agent-initialized',
      phase: position.phase,
      power,
      goals: ['(a goal of this power)', '(another goal)'],
      relationships: Object.fromEntries(POWERS.filter((other) => other !== power).map((other) => [other, 'Neutral'])),
    })),
  ];
  return facts.reduce(applyGameFact, initialGameState);
}

const isWanted = ({ position, history }: GameState, power: Power, type: PhaseType): boolean =>
  history.length > 0 && parsePhase(position.phase)?.type === type && legalOrdersOfPower(position, power).length > 0;

/** A round of press in which everybody writes to the next power, and to all. */
function said({ position: { phase } }: GameState): readonly GameFact[] {
  const messages = POWERS.flatMap((sender, index) => [
    { phase, round: 1, sender, recipient: POWERS[(index + 1) % POWERS.length]!, text: '(a private message)' },
    { phase, round: 1, sender, recipient: 'GLOBAL' as const, text: '(a message to all)' },
  ]);
  return [
    { type: 'round-held', phase, round: 1, messages, dropped: [], done: [] },
    ...POWERS.map((power): GameFact => ({
      type: 'diary-written',
      phase,
      power,
      kind: 'negotiation',
      text: '(what this power made of the talks)',
    })),
  ];
}
