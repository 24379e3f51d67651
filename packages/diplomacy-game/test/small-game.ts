import { type Position, startingPosition } from '@entente/diplomacy-rules';
import type { PlayedPhase } from '../src/agents/power-agent.js';
import {
  blankAgent,
  forEveryPower,
  type GameState,
  initialGameState,
  observe,
  type PhaseRecord,
  type PressMessage,
} from '../src/state/index.js';

const nobody = forEveryPower(() => []);

/** France and Germany fight over Burgundy; the other powers are eliminated. */
const spring: Position = {
  ...startingPosition(),
  phase: 'S1902M',
  units: { ...nobody, FRANCE: ['A PAR', 'F BRE'], GERMANY: ['A MUN'] },
  centers: { ...nobody, FRANCE: ['PAR', 'BRE'], GERMANY: ['MUN', 'BER'] },
};

const said = (
  phase: string,
  round: number,
  sender: PressMessage['sender'],
  recipient: PressMessage['recipient'],
  text: string,
) => ({
  phase,
  round,
  sender,
  recipient,
  text,
});

const springRecord: PhaseRecord = {
  phase: 'S1902M',
  position: spring,
  orders: { FRANCE: ['A PAR - BUR', 'F BRE - MAO'], GERMANY: ['A MUN - BUR'] },
  outcomes: [
    { power: 'FRANCE', order: 'A PAR - BUR', results: ['bounce'] },
    { power: 'FRANCE', order: 'F BRE - MAO', results: [] },
    { power: 'GERMANY', order: 'A MUN - BUR', results: ['bounce'] },
  ],
  press: [said('S1902M', 1, 'GERMANY', 'FRANCE', 'Burgundy stays empty.\nAgreed?')],
};

/** The Fall after it, with one of two rounds of messages held. */
export const fall: Position = { ...spring, phase: 'F1902M', units: { ...spring.units, FRANCE: ['A PAR', 'F MAO'] } };

/** The game in that Fall. */
export const smallGame: GameState = {
  ...initialGameState,
  settings: {
    maxYear: 1905,
    negotiationRounds: 2,
    adaptiveRounds: false,
    planning: true,
    phaseSummaries: true,
    rulebook: 'python-compatible',
  },
  position: fall,
  history: [springRecord],
  roundsHeld: 1,
  press: [
    said('F1902M', 1, 'FRANCE', 'GLOBAL', 'Germany lies.'),
    said('F1902M', 1, 'GERMANY', 'FRANCE', 'It was a mistake. Support me to Belgium?'),
  ],
  agents: {
    ...initialGameState.agents,
    FRANCE: {
      ...blankAgent,
      goals: ['Take Munich by 1903.', 'Keep Brest.'],
      relationships: { GERMANY: 'Unfriendly' },
      relationshipChanges: [{ phase: 'S1902M', towards: 'GERMANY', from: 'Neutral', to: 'Unfriendly' }],
      consolidated: { throughYear: 1901, text: 'England fell to us.' },
      diary: [
        { phase: 'S1902M', kind: 'negotiation', text: 'Germany promised to leave Burgundy empty.' },
        { phase: 'S1902M', kind: 'phase-result', text: 'It did not.\nNever again.' },
        { phase: 'F1902M', kind: 'negotiation', text: 'I do not believe it this time.' },
      ],
      journal: [{ phase: 'S1902M', text: 'Trust nobody.' }],
      plan: 'Burgundy, whatever they say.',
    },
  },
};

/** France's view in that Fall. */
export const franceInFall = observe(smallGame, 'FRANCE');

/** The Spring before, from the view of France. */
export const springPlayed: PlayedPhase = {
  power: 'FRANCE',
  record: springRecord,
  position: fall,
  self: { ...franceInFall.self, diary: franceInFall.self.diary.slice(0, 1), plan: null, journal: [], relationshipChanges: [] },
  maxYear: 1905,
};
