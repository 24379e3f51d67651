import { type Position, startingPosition } from '@entente/diplomacy-rules';
import { describe, expect, it } from 'vitest';
import { emptyStory, growStory, storyOf } from './fold-story';
import { begun, factsOfPhase } from './sample-game';
import { trackUnits } from './unit-tracks';

/** Italy and Austria fight about Trieste and Venice until a unit has to retreat; then Austria builds. */
function fight() {
  const rounds: readonly Parameters<typeof factsOfPhase>[1][] = [
    { AUSTRIA: ['A VIE - TYR', 'F TRI - ALB', 'A BUD - TRI'], ITALY: ['A VEN H'] },
    { AUSTRIA: ['A TRI - VEN', 'A TYR S A TRI - VEN', 'F ALB - GRE'], ITALY: ['A VEN H', 'A ROM H'] },
    { ITALY: ['A VEN R TUS'] },
    { AUSTRIA: ['A VIE B'] },
  ];
  let position: Position = startingPosition();
  const facts = rounds.flatMap((orders) => {
    const played = factsOfPhase(position, orders);
    position = played.next;
    return played.facts;
  });
  return storyOf(growStory(emptyStory, [begun, ...facts]), null).phases;
}

describe('trackUnits', () => {
  const phases = fight();
  const tracks = trackUnits(phases);
  const nameAt = (phase: string, unit: string) => tracks[phases.findIndex(({ name }) => name === phase)]?.get(unit);

  it('plays the game that it is tried on', () => {
    expect(phases.map(({ name }) => name)).toEqual(['S1901M', 'F1901M', 'F1901R', 'W1901A', 'S1902M']);
  });

  it('follows units where they go, and those that stay', () => {
    expect(nameAt('S1901M', 'A BUD')).toBeDefined();
    expect(nameAt('F1901M', 'A TRI')).toBe(nameAt('S1901M', 'A BUD'));
    expect(nameAt('F1901R', 'A VEN')).toBe(nameAt('S1901M', 'A BUD'));
    expect(nameAt('F1901M', 'F ALB')).toBe(nameAt('S1901M', 'F TRI'));
    expect(nameAt('S1902M', 'A MOS')).toBe(nameAt('S1901M', 'A MOS'));
  });

  it('follows a dislodged unit through its retreat', () => {
    expect(nameAt('F1901R', '*A VEN')).toBe(nameAt('F1901M', 'A VEN'));
    expect(nameAt('W1901A', 'A TUS')).toBe(nameAt('F1901M', 'A VEN'));
  });

  it('names every unit of every phase, and no two alike', () => {
    for (const [at, names] of tracks.entries()) {
      expect(new Set(names.values()).size, phases[at]?.name).toBe(names.size);
    }
    const before = new Set(tracks.slice(0, -1).flatMap((names) => [...names.values()]));
    expect(before.has(nameAt('S1902M', 'A VIE') ?? '')).toBe(false);
  });
});
