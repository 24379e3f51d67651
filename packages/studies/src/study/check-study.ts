import { buildConditions } from './build-conditions.js';
import { suggestName } from './nearest-name.js';
import { readShape } from './read-shape.js';
import { readStudyDocument, type StudyDocument } from './study-document.js';
import { type Complain, StudyFileError, type StudyFault } from '../study-error.js';
import type { Study, StudyBudget, StudyCondition, StudyProgram } from './study.js';
import type { WrittenStudy } from './study-schema.js';

/** A study file with everything that is wrong in it. */
export interface CheckedStudy {
  /** Absent where there is a fault. */
  readonly study?: Study | undefined;
  readonly faults: readonly StudyFault[];
  /** Line at which a condition gets its value of a setting: its own, that of a level, or that of all. */
  readonly lineOfSetting: (condition: string, setting: string) => number;
  /** Line at which a condition is described: its own, or that of the factors. */
  readonly lineOfCondition: (condition: string) => number;
}

const NO_LINES = { lineOfSetting: () => 1, lineOfCondition: () => 1 };

/** Reads the text of a study file (YAML, so JSON too) and checks every name and value in it against the program that is to be run. */
export function checkStudy(text: string, program: StudyProgram): CheckedStudy {
  try {
    return checkDocument(readStudyDocument(text), program);
  } catch (error) {
    if (!StudyFileError.isInstance(error)) throw error;
    const { line, message } = error;
    return { faults: [{ line, message: message.replace(/^line \d+: /, '') }], ...NO_LINES };
  }
}

function checkDocument(document: StudyDocument, program: StudyProgram): CheckedStudy {
  const faults: StudyFault[] = [];
  const complain: Complain = (path, message) => {
    const line = document.lineOf(path);
    // Values that hold for all conditions are checked with each.
    if (!faults.some((fault) => fault.line === line && fault.message === message)) faults.push({ line, message });
  };
  const { written, dropped } = readShape(document, program, complain);
  if (!written) return { faults, ...NO_LINES };
  if (written.program !== program.name)
    complain(['program'], `this study is for "${written.program}"; what reads it here runs "${program.name}"`);
  const conditions = buildConditions(written, { program, complain });
  const compare = written.compare ?? [];
  if (!dropped.includes('factors') && !dropped.includes('conditions')) checkComparisons(compare, { conditions, complain });
  const measures = written.measures ?? program.measures;
  for (const [index, measure] of measures.entries()) {
    if (!program.measures.includes(measure))
      complain(['measures', index], `nothing measures "${measure}"; ${suggestName(measure, program.measures)}`);
  }
  const study = {
    name: written.name,
    program: written.program,
    description: written.description,
    conditions,
    seeds: readSeeds(written.seeds ?? 1, complain),
    pairedSeeds: written.pairedSeeds ?? true,
    replicates: written.replicates ?? 1,
    budget: readBudget(written.budget),
    compare,
    measures,
  };
  return {
    study: faults.length === 0 ? study : undefined,
    faults,
    lineOfSetting: (name, setting) => document.lineOf(placeOfSetting(document.value, conditions, { name, setting })),
    lineOfCondition: (name) =>
      document.lineOf([['conditions', name], ['factors']].find((place) => isWritten(document.value, place)) ?? []),
  };
}

function readSeeds(seeds: number | readonly string[], complain: Complain): readonly string[] {
  if (typeof seeds === 'number') return Array.from({ length: seeds }, (_, index) => String(index + 1));
  const twice = seeds.findIndex((seed, index) => seeds.indexOf(seed) !== index);
  if (twice >= 0) complain(['seeds', twice], `the seed ${seeds[twice] ?? ''} comes twice; replicates: 2 runs every seed twice`);
  return seeds;
}

function readBudget(budget: WrittenStudy['budget']): StudyBudget {
  const { dollars, tokens, wallTime } = budget ?? {};
  return { dollars, tokens, wallTimeMs: wallTime };
}

function checkComparisons(
  pairs: Study['compare'],
  { conditions, complain }: { readonly conditions: readonly StudyCondition[]; readonly complain: Complain },
): void {
  const levels = conditions.flatMap((condition) =>
    Object.entries(condition.levels).map(([factor, level]) => `${factor}=${level}`),
  );
  const known = [...new Set([...conditions.map(({ name }) => name), ...levels])];
  for (const pair of pairs) {
    const unknown = pair.find((side) => !known.includes(side));
    if (unknown !== undefined) complain(['compare'], `no condition is called "${unknown}"; ${suggestName(unknown, known)}`);
    if (pair[0] === pair[1]) complain(['compare'], `"${pair[0]}" is compared with itself`);
  }
}

function placeOfSetting(
  document: unknown,
  conditions: readonly StudyCondition[],
  { name, setting }: { readonly name: string; readonly setting: string },
): readonly string[] {
  const levels = Object.entries(conditions.find((condition) => condition.name === name)?.levels ?? {});
  const places = [
    ['conditions', name, setting],
    ...levels.map(([factor, level]) => ['factors', factor, level, setting]),
    ['factors', setting],
    ['settings', setting],
    ['settings'],
  ];
  return places.find((place) => isWritten(document, place)) ?? [];
}

function isWritten(value: unknown, [key, ...rest]: readonly string[]): boolean {
  if (key === undefined) return true;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return false;
  return isWritten((value as Readonly<Record<string, unknown>>)[key], rest);
}
