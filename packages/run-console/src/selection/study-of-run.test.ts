import { describe, expect, it } from 'vitest';
import { isOfVersion, parseWantedStudy, type StudyOfRun, studyOfRun } from './study-of-run.js';

describe('studyOfRun', () => {
  it('reads every label', () => {
    const labels = {
      study: 'oaks',
      condition: 'free',
      studyVersion: '1a',
      studyConditions: '{"free":"11","bound":"22","odd":3}',
      studyMeasures: '["total"]',
    };
    expect(studyOfRun({ labels })).toEqual({
      ...{ name: 'oaks', version: '1a', condition: 'free', conditions: { free: '11', bound: '22' }, measures: ['total'] },
    });
  });

  it('is null without a study, whatever else is there', () => {
    expect(studyOfRun({ labels: { condition: 'free' } })).toBeNull();
  });

  it.each(['', '{', 'null', '3', '["a", 3]'])('reads labels of old or damaged runs (%j) as nothing', (text) => {
    const nothing = { name: 'oaks', version: null, condition: null, conditions: {}, measures: null };
    expect(studyOfRun({ labels: { study: 'oaks', studyMeasures: text } })).toEqual(nothing);
    if (!text.startsWith('[')) expect(studyOfRun({ labels: { study: 'oaks', studyConditions: text } })).toEqual(nothing);
  });
});

describe('isOfVersion', () => {
  const run = (more: Partial<StudyOfRun> = {}): StudyOfRun => ({
    ...{ name: 'oaks', version: '1a', condition: 'free', conditions: { free: '11' }, measures: null },
    ...more,
  });

  it.each([
    ['the same version', run(), true],
    ['another study', run({ name: 'elms' }), false],
    ['another version with the same condition', run({ version: '2b' }), true],
    ['another version with a changed condition', run({ version: '2b', conditions: { free: '33' } }), false],
    ['a condition that the version does not have', run({ version: '2b', condition: 'gone', conditions: { gone: '11' } }), false],
    ['no condition', run({ version: '2b', condition: null }), false],
  ])('tells a run of %s', (_name, other, expected) => {
    expect(isOfVersion(other, run())).toBe(expected);
  });
});

describe('parseWantedStudy', () => {
  it('reads a name, and a version behind it', () => {
    expect(parseWantedStudy('oaks')).toEqual({ name: 'oaks', version: null });
    expect(parseWantedStudy('oaks@3fa9c2d1')).toEqual({ name: 'oaks', version: '3fa9c2d1' });
    expect(parseWantedStudy('oaks@3')).toEqual({ name: 'oaks', version: '3' });
    expect(parseWantedStudy('@3')).toEqual({ name: '', version: '3' });
  });

  it.each(['oaks@', 'oaks@g', 'oaks@3fa9c2d12', 'oaks@1@2'])('refuses %s', (text) => {
    expect(() => parseWantedStudy(text)).toThrow(`--study ${text} names no version; write the digits that reports show`);
  });
});
