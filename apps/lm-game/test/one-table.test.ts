import { GAME_SETTINGS } from '@entente/diplomacy-game/settings';
import { besideStudyFile, readForkValue, settingOptions, settingsInForce } from '@entente/run-console';
import { runIdentity } from '@entente/simulation-core';
import { parseStudy, studyJsonSchema } from '@entente/studies';
import { defineSettings, forkKeys, schemaOfSection, studySettings, withGiven, yesOrNo } from '@entente/studies/settings';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gameStudyProgram } from '../src/studies/game-study-program.js';

/** The table of games with one more row. */
const TABLE = defineSettings({
  ...GAME_SETTINGS,
  fogOfWar: {
    schema: yesOrNo,
    help: 'shows each power only what its units see',
    default: false,
    flag: '--fog-of-war [bool]',
    spec: 'settings.fogOfWar',
    fork: true,
  },
});
const program = { ...gameStudyProgram, settings: studySettings(TABLE) };
const study = (settings: string): string => `name: s\nprogram: diplomacy\nsettings: { maxYear: 1901, ${settings} }\n`;

describe('a row that is added to the table of settings', () => {
  it('is an option that is read and refused', () => {
    const { fogOfWar } = settingOptions(TABLE);
    expect(fogOfWar).toMatchObject({ flags: '--fog-of-war [bool]', description: TABLE.fogOfWar.help });
    expect(fogOfWar.parse?.('yes')).toBe(true);
    expect(() => fogOfWar.parse?.('thick')).toThrow('--fog-of-war cannot be "thick"; write true or false');
  });

  it('is a setting of study files, and of their JSON Schema', () => {
    expect(parseStudy(study('fogOfWar: true'), program).conditions[0]?.settings).toEqual({ maxYear: 1901, fogOfWar: true });
    expect(() => parseStudy(study('fogOfWar: thick'), program)).toThrow('fogOfWar cannot be "thick"; write true or false');
    expect(studyJsonSchema(program)).toHaveProperty('properties.settings.properties.fogOfWar', {
      type: 'boolean',
      default: false,
      description: TABLE.fogOfWar.help,
    });
  });

  it('is refused beside a study file, with its place there', () => {
    const given = { words: ['study.yaml'], values: {}, isGiven: (key: string) => key === 'fogOfWar', flag: () => '--fog-of-war' };
    expect(besideStudyFile(TABLE)(given)).toBe(
      '--fog-of-war has no effect here: the study file says what is played; put fogOfWar under settings.',
    );
  });

  it('is a key of fork --set', () => {
    expect(forkKeys(TABLE)).toContain('settings.fogOfWar');
    expect(readForkValue(TABLE, 'settings.fogOfWar', 'true')).toEqual({ name: 'fogOfWar', value: true });
  });

  it('is part of the identity of a run, is listed among its settings, and missing in old headers', () => {
    const identityOf = (given: object): string =>
      runIdentity({
        ...{ program: 'diplomacy', seed: '1', replicate: 0 },
        spec: JSON.parse(JSON.stringify(withGiven(TABLE, 'settings', { maxYear: 1901, ...given }))) as never,
      });
    expect(identityOf({ fogOfWar: true })).not.toBe(identityOf({}));
    expect(settingsInForce(TABLE, { fogOfWar: true })).toEqual([{ name: 'fogOfWar', value: true, usual: false }]);
    const old = withGiven(GAME_SETTINGS, 'settings', { maxYear: 1901 });
    expect(schemaOfSection(TABLE, 'settings').parse(old)).toEqual({ ...old, fogOfWar: false });
  });
});

it('every setting with a flag is in the README', () => {
  const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
  const flags = Object.values(settingOptions(GAME_SETTINGS)).map(({ flags: each }) => each.split(' ')[0] ?? '');
  expect(flags.filter((each) => !readme.includes(`\`${each}\``))).toEqual([]);
  expect(Object.keys(studySettings(GAME_SETTINGS)).filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  expect(forkKeys(GAME_SETTINGS).filter((key) => key.startsWith('settings.') && !readme.includes(`\`${key}\``))).toEqual([]);
});
