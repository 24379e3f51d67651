import { startingPosition } from '@entente/diplomacy-rules';
import { describe, expect, it } from 'vitest';
import { emptyStory, growStory, storyOf } from './fold-story';
import type { StoryPhase } from './game-story';
import { judgePhase } from './judged-phase';
import { begun, factsOfPhase } from './sample-game';

const { facts } = factsOfPhase(startingPosition(), {
  FRANCE: ['A PAR - BUR', 'A MAR S A PAR - BUR', 'F BRE H'],
  GERMANY: ['A MUN - BUR', 'A BER - KIE', 'F KIE - DEN'],
});
const { phases } = storyOf(growStory(emptyStory, [begun, ...facts]), null);
const spring = phases[0]!;

describe('a judged phase', () => {
  const { orders, notes } = judgePhase(spring);
  const orderOf = (text: string) => orders.find((order) => order.text === text);

  it('tells why an order failed', () => {
    expect(orderOf('A MUN - BUR')).toMatchObject({ power: 'GERMANY', results: ['bounce'], isFilledIn: false });
    expect(orderOf('A MUN - BUR')?.why).toContain("France's Army Paris with strength 2");
    expect(orderOf('A PAR - BUR')).toMatchObject({ results: [] });
  });

  it('gives each order its mark on the board, and says which orders nobody gave', () => {
    expect(orderOf('A PAR - BUR')?.mark?.kind).toBe('arrow');
    expect(orderOf('A MAR S A PAR - BUR')?.mark?.kind).toBe('support');
    expect(orderOf('A ROM H')).toMatchObject({ isFilledIn: true, mark: null });
  });

  it('agrees with the record, or says so', () => {
    expect(notes).toEqual([]);
    const results = spring.results.map((one) => (one.order === 'A MUN - BUR' ? { ...one, results: [] } : one));
    const changed = { ...spring, position: { ...spring.position }, results };
    expect(judgePhase(changed).notes).toEqual([
      'GERMANY, A MUN - BUR: the record says success, the rules of this page say bounce.',
    ]);
  });

  it('is judged once', () => {
    expect(judgePhase(spring)).toBe(judgePhase({ ...spring }));
  });

  it('shows orders of a phase under way without results', () => {
    const open: StoryPhase = { ...spring, position: { ...spring.position }, stage: 'open', results: [] };
    expect(judgePhase(open).orders.map(({ text, results, why }) => [text, results, why])).toContainEqual(['A MUN - BUR', [], '']);
  });
});
