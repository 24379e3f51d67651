import { startingPosition } from '@entente/diplomacy-rules';
import { createStyle } from '@entente/run-console';
import { expect, it } from 'vitest';
import { centersLine, phaseHeading } from './tell-game-fact.js';

const plain = createStyle(false);
const { centers } = startingPosition();
const after = { ...centers, FRANCE: [...centers.FRANCE, 'SPA', 'POR'], TURKEY: ['CON', 'SMY'] };

it('tells who owns how much after a year, and what has changed, the strongest first', () => {
  const line = centersLine(centers, after, { width: 200, style: plain });
  expect(line).toBe('  Centres  France 5 +2, Russia 4, Austria 3, England 3, Germany 3, Italy 3, Turkey 2 -1');
});

it('breaks that between powers on a narrow terminal, never within one', () => {
  const lines = centersLine(centers, after, { width: 40, style: plain }).split('\n');
  expect(lines.length).toBeGreaterThan(2);
  for (const line of lines) {
    expect(line.length).toBeLessThanOrEqual(40);
    expect(line).toMatch(/^( {2}Centres {2}| {11})[A-Z][a-z]+ \d( [+-]\d)?(, [A-Z][a-z]+ \d( [+-]\d)?)*,?$/);
  }
});

it('names a phase in words', () => {
  expect(phaseHeading('F1903R')).toBe('Fall 1903 · retreats');
});
