import type { GameFact } from '@entente/diplomacy-game/state';
import { startingPosition } from '@entente/diplomacy-rules';
import { describe, expect, it } from 'vitest';
import { emptyStory, growStory, storyOf } from './fold-story';
import { begun, factsOfPhase } from './sample-game';

const first = factsOfPhase(startingPosition(), { FRANCE: ['A PAR - BUR'], GERMANY: ['A MUN - BUR'] });
const FACTS: readonly GameFact[] = [
  begun,
  { type: 'agent-initialized', phase: 'S1901M', power: 'FRANCE', goals: ['Burgundy'], relationships: { GERMANY: 'Friendly' } },
  {
    type: 'round-held',
    phase: 'S1901M',
    round: 1,
    messages: [{ phase: 'S1901M', round: 1, sender: 'FRANCE', recipient: 'GERMANY', text: 'Stay out of Burgundy.' }],
    dropped: [{ phase: 'S1901M', round: 1, sender: 'FRANCE', recipient: 'Spain', text: 'Hola.', reason: 'unknown-recipient' }],
    done: [],
  },
  { type: 'plan-made', phase: 'S1901M', power: 'FRANCE', plan: 'West first.' },
  { type: 'diary-written', phase: 'S1901M', power: 'FRANCE', kind: 'negotiation', text: 'Germany was warned.' },
  { type: 'messages-missing', phase: 'S1901M', power: 'ITALY', reason: 'refusal', detail: '' },
  { type: 'orders-defaulted', phase: 'S1901M', power: 'ITALY', units: ['A ROM'], reason: 'refusal', detail: '' },
  ...first.facts,
  // Thoughts about a phase come while the next one is played.
  {
    type: 'phase-analyzed',
    phase: 'S1901M',
    power: 'FRANCE',
    written: [
      { type: 'diary-written', phase: 'S1901M', power: 'FRANCE', kind: 'phase-result', text: 'Germany lied.' },
      { type: 'agent-updated', phase: 'S1901M', power: 'FRANCE', relationships: { GERMANY: 'Enemy' } },
    ],
  },
];

describe('the story of a game', () => {
  const { phases, ended } = storyOf(growStory(emptyStory, FACTS), 'some-run');

  it('has each played phase, and the one under way last', () => {
    expect(phases.map(({ name, stage }) => [name, stage])).toEqual([
      ['S1901M', 'played'],
      ['F1901M', 'open'],
    ]);
    expect(ended).toBeNull();
  });

  it('shows minds as they were when orders were given, and what was thought afterwards beside them', () => {
    const [spring, fall] = phases;
    expect(spring?.agents?.FRANCE).toEqual({ goals: ['Burgundy'], relationships: { GERMANY: 'Friendly' }, plan: 'West first.' });
    expect(spring?.diaries.map(({ text }) => text)).toEqual(['Germany was warned.', 'Germany lied.']);
    expect(spring?.updates).toMatchObject([{ power: 'FRANCE', relationships: { GERMANY: 'Enemy' } }]);
    expect(fall?.agents?.FRANCE).toEqual({ goals: ['Burgundy'], relationships: { GERMANY: 'Enemy' }, plan: null });
  });

  it('keeps what was said, what was not delivered, and every gap with its phase', () => {
    const [spring, fall] = phases;
    expect(spring?.press).toHaveLength(1);
    expect(spring?.dropped).toMatchObject([{ recipient: 'Spain' }]);
    expect(spring?.missing).toMatchObject([{ power: 'ITALY', reason: 'refusal' }]);
    expect(spring?.defaulted).toMatchObject([{ power: 'ITALY', units: ['A ROM'] }]);
    expect([fall?.press, fall?.dropped, fall?.missing, fall?.defaulted]).toEqual([[], [], [], []]);
  });

  it('is the same whether facts come at once or one by one', () => {
    const slowly = FACTS.reduce((fold, fact) => growStory(fold, [fact]), emptyStory);
    expect(storyOf(slowly, 'some-run').phases).toEqual(phases);
  });

  it('ends with the last position', () => {
    const over = storyOf(growStory(emptyStory, [...FACTS, { type: 'game-ended', ending: 'max-year' }]), null);
    expect(over.phases.at(-1)).toMatchObject({ name: 'F1901M', stage: 'end' });
    expect(over.ended).toMatchObject({ ending: 'max-year' });
  });

  it('has no minds where nobody has any', () => {
    expect(storyOf(growStory(emptyStory, [begun, ...first.facts]), null).phases[0]?.agents).toBeNull();
  });
});
