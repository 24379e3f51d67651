import type { RunBlueprint } from '@entente/simulation-core/journal';
import { describe, expect, it } from 'vitest';
import { describeUnusual, formatSettings, type SettingInForce } from './settings-in-force.js';

const run = (scenes: number): RunBlueprint => ({ spec: scenes, seed: '1', labels: {} });
const settingsOf = ({ spec }: RunBlueprint): readonly SettingInForce[] => [
  { name: 'scenes', value: Number(spec), usual: 10 },
  { name: 'context', value: true, usual: true },
];

describe('settings in force', () => {
  it.each([
    [[10, 10], 'Settings: all as usual.'],
    [[3, 3], 'Settings: scenes 3 (usually 10); all others as usual.'],
    [[3, 10], 'Settings: scenes varies; all others as usual.'],
  ])('of runs with %j scenes', (scenes, expected) => {
    expect(describeUnusual(scenes.map(run), settingsOf)).toBe(expected);
  });

  it('can all be told', () => {
    expect(formatSettings(settingsOf(run(3)))).toBe('scenes 3 (usually 10), context on');
  });
});
