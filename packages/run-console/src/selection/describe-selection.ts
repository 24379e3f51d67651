import { type Column, countOf, type Table } from '@entente/studies/tables';
import { countLeftOut, LEFT_OUT_REASONS, type LeftOutReason, type Selection } from './select-runs.js';

const WORDS: Readonly<Record<LeftOutReason, (count: number) => string>> = {
  forks: (count) => countOf(count, 'fork'),
  copies: (count) => (count === 1 ? '1 copy' : `${count} copies`),
  otherVersions: (count) => `${count} of another version of the file`,
  otherStudies: (count) => `${count} of another study or of none`,
  otherSettings: (count) => `${count} with other settings`,
  unfinished: (count) => `${count} unfinished`,
};

const MEANINGS: Readonly<Record<LeftOutReason, readonly [title: string, meaning: string]>> = {
  forks: ['forks', 'Forks of runs, left out.'],
  copies: ['copies', 'Copies of runs that count already, left out.'],
  otherVersions: ['other versions', 'Runs of another version of the study file, left out.'],
  otherStudies: ['other studies', 'Runs of another study or of none, left out.'],
  otherSettings: ['other settings', 'Runs with other settings or models, left out.'],
  unfinished: ['unfinished', 'Runs that have not ended, left out.'],
};

/** The runs that were left out, in words: `10 forks, 2 copies`; empty where none was. */
export function describeLeftOut(selection: Pick<Selection<unknown>, 'leftOut' | 'copies' | 'otherVersions'>): string {
  const counts = countLeftOut(selection);
  return LEFT_OUT_REASONS.filter((reason) => counts[reason] > 0)
    .map((reason) => WORDS[reason](counts[reason]))
    .join(', ');
}

/** A selection in words: `Study press-or-not, version 3fa9c2d1: 14 runs; left out: 10 forks, 2 copies.` */
export function describeSelection(selection: Selection<unknown>, noun = 'run'): string {
  const { runs, study } = selection;
  const about = study === null ? '' : `Study ${study.name}, ${versionsInWords(study.versions)}: `;
  const leftOut = describeLeftOut(selection);
  const counted = `${about}${countOf(runs.length, noun)}${leftOut === '' ? '' : `; left out: ${leftOut}`}.`;
  if (study === null || study.others.length === 0) return counted;
  const [other] = study.others;
  const others = study.others
    .map(
      ({ version, runs: count, isNewer }) => `${versionsInWords([version])} (${countOf(count, noun)}${isNewer ? ', newer' : ''})`,
    )
    .join(', ');
  if ((selection.otherVersions ?? 0) > 0) return `${counted} Left out since --study names a version: ${others}.`;
  const another = other?.version === null || other === undefined ? '' : `--study ${study.name}@${other.version} takes another, `;
  return `${counted} The version of the most recent ${noun} counts unless one is named; also on record: ${others}; ${another}--across-versions takes all.`;
}

/** The same as a table of one row, for programs. */
export function selectionTable(selection: Selection<unknown>, remarks: readonly string[] = []): Table {
  const { runs, study } = selection;
  return {
    name: 'selection',
    title: 'Runs that count',
    columns: [
      { key: 'study', title: 'study', meaning: 'Study whose runs count.', unit: 'text', absent: 'no study made them' },
      {
        key: 'version',
        title: 'version',
        meaning: 'Version of its file, or several.',
        unit: 'text',
        absent: 'no study made them',
      },
      { key: 'runs', title: 'runs', meaning: 'Runs that count in means and comparisons.', unit: 'runs', align: 'right' },
      ...LEFT_OUT_REASONS.map((key): Column => ({ key, title: MEANINGS[key][0], meaning: MEANINGS[key][1], unit: 'runs' })),
      { key: 'remarks', title: 'remarks', meaning: 'Anything else that has to be said of them.', unit: 'text' },
    ],
    rows: [
      {
        study: study?.name ?? null,
        version: study === null ? null : study.versions.map((version) => version ?? 'not on record').join(' '),
        runs: runs.length,
        ...countLeftOut(selection),
        remarks: remarks.length === 0 ? null : remarks.join(' '),
      },
    ],
  };
}

function versionsInWords(versions: readonly (string | null)[]): string {
  const named = versions.filter((version) => version !== null);
  if (named.length === 0) return 'a version that is not on record';
  return `${versions.length === 1 ? 'version' : 'versions'} ${named.join(', ')}${named.length < versions.length ? ' and one not on record' : ''}`;
}
