import type { RunHeader } from '@entente/simulation-core/journal';
import { describe, expect, it } from 'vitest';
import type { SelectableRun, Selection } from '../selection/select-runs.js';
import { STUDY_LABELS } from '../selection/study-of-run.js';
import { chooseMeasures } from './choose-measures.js';

const KNOWN = ['score', 'centers', 'orderSuccess'] as const;

function run(at: number, measures: readonly string[] | string | null, isFork = false): SelectableRun {
  const text = typeof measures === 'string' ? measures : measures && JSON.stringify(measures);
  const labels = { study: 's', ...(text !== null && { [STUDY_LABELS.measures]: text }) };
  const header = { runId: `r${at}`, at, labels, ...(isFork && { forkedFrom: { runId: 'r1' } }) } as unknown as RunHeader;
  return { runId: `r${at}`, status: 'completed', header };
}
const selected = (...runs: readonly SelectableRun[]): Selection<SelectableRun> => ({
  runs,
  study: { name: 's', versions: ['aaaaaaaa'], others: [] },
  leftOut: new Map(),
});
const choose = (selection: Selection<SelectableRun>, wanted?: readonly string[]) =>
  chooseMeasures(KNOWN, { selection, ...(wanted && { wanted }) });

describe('the measures of a comparison', () => {
  it('are those that the study file asks for, in the order of tables, and the heading says so', () => {
    expect(choose(selected(run(1, ['orderSuccess', 'score'])))).toEqual({
      names: ['score', 'orderSuccess'],
      remarks: [
        'Measures: score, orderSuccess, as the study file of the most recent run says; --measures shows others; not shown: centers.',
      ],
    });
  });

  it('are those of the most recent run that is no fork', () => {
    expect(choose(selected(run(2, ['centers']), run(1, ['score']), run(3, ['orderSuccess'], true))).names).toEqual(['centers']);
    expect(choose(selected(run(2, null), run(1, ['score']))).names).toEqual(KNOWN);
  });

  it('are those of the command where it names some', () => {
    expect(choose(selected(run(1, ['score'])), ['centers'])).toEqual({
      names: ['centers'],
      remarks: ['Measures: centers, as --measures says; not shown: score, orderSuccess.'],
    });
    expect(choose(selected(run(1, ['score'])), KNOWN)).toEqual({ names: KNOWN, remarks: [] });
  });

  it.each([
    ['the file asks for none', run(1, null)],
    ['the label cannot be read', run(1, 'not JSON')],
    ['the label is no list of names', run(1, '[1]')],
  ])('are all where %s', (_name, one) => {
    expect(choose(selected(one))).toEqual({ names: KNOWN, remarks: [] });
  });

  it('are all where runs of no study are compared', () => {
    expect(choose({ ...selected(run(1, ['score'])), study: null }).names).toEqual(KNOWN);
  });

  it('leave out a name on record that nothing measures any more, and say so', () => {
    expect(choose(selected(run(1, ['score', 'luck']))).remarks[1]).toBe(
      'The study file asks for luck too, which nothing here measures.',
    );
    expect(choose(selected(run(1, ['luck'])))).toEqual({
      names: KNOWN,
      remarks: ['The study file asks for luck too, which nothing here measures.'],
    });
  });

  it('are refused where the command names what nothing measures', () => {
    expect(() => choose(selected(run(1, null)), ['centres'])).toThrow(
      '--measures cannot be "centres" (did you mean centers?); there are score, centers, orderSuccess.',
    );
    expect(() => choose(selected(run(1, null)), [])).toThrow('--measures cannot be ""');
  });
});
