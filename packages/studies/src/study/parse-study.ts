import { z } from 'zod';
import { buildConditions } from './build-conditions.js';
import { suggestName } from './nearest-name.js';
import { readStudyDocument, type StudyDocument } from './study-document.js';
import { type Refuse, StudyFileError } from '../study-error.js';
import type { Study, StudyBudget, StudyCondition, StudyProgram } from './study.js';
import { studySchema, type WrittenStudy } from './study-schema.js';

/**
 * Reads the text of a study file (YAML, so JSON too) and checks every name and value in it against the program that is to be run.
 * @throws StudyFileError of one line with the line, the problem and a suggestion
 */
export function parseStudy(text: string, program: StudyProgram): Study {
  const document = readStudyDocument(text);
  const refuse: Refuse = (path, message) => {
    throw new StudyFileError(message, { line: document.lineOf(path) });
  };
  const written = readShape(document);
  if (written.program !== program.name)
    refuse(['program'], `this study is for "${written.program}"; what reads it here runs "${program.name}"`);
  const conditions = buildConditions(written, { program, refuse });
  const compare = written.compare ?? [];
  checkComparisons(compare, { conditions, refuse });
  const measures = written.measures ?? program.measures;
  for (const [index, measure] of measures.entries()) {
    if (!program.measures.includes(measure))
      refuse(['measures', index], `nothing measures "${measure}"; ${suggestName(measure, program.measures)}`);
  }
  return {
    name: written.name,
    program: written.program,
    description: written.description,
    conditions,
    seeds: readSeeds(written.seeds ?? 1, refuse),
    pairedSeeds: written.pairedSeeds ?? true,
    replicates: written.replicates ?? 1,
    budget: readBudget(written.budget),
    compare,
    measures,
  };
}

function readShape(document: StudyDocument): WrittenStudy {
  const parsed = studySchema.safeParse(document.value ?? {});
  if (parsed.success) return parsed.data;
  // A misspelt field is also missing under its right name, but the misspelling is the better explanation.
  const issue = parsed.error.issues.find(({ code }) => code === 'unrecognized_keys') ?? parsed.error.issues[0];
  const path = issue?.path ?? [];
  if (issue?.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    const place = path.length === 0 ? '' : ` in ${path.map(String).join('.')}`;
    throw new StudyFileError(`unknown field "${key}"${place}; ${suggestName(key, fieldsAt(path))}`, {
      line: document.lineOf([...path, key]),
    });
  }
  const place = path.length === 0 ? 'the file' : path.map(String).join('.');
  const what = path.length === 0 ? 'is not a mapping of fields; begin with name: and program:' : `: ${issue?.message ?? ''}`;
  throw new StudyFileError(`${place}${path.length === 0 ? ' ' : ''}${what}`, { line: document.lineOf(path) });
}

/** The fields of the strict object at a path of the schema. */
function fieldsAt(path: readonly PropertyKey[]): readonly string[] {
  let schema: unknown = studySchema;
  for (const key of path) {
    if (schema instanceof z.ZodObject) schema = (schema.shape as Readonly<Record<string, unknown>>)[String(key)];
    if (schema instanceof z.ZodExactOptional) schema = schema.unwrap();
  }
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

function readSeeds(seeds: number | readonly string[], refuse: Refuse): readonly string[] {
  if (typeof seeds === 'number') return Array.from({ length: seeds }, (_, index) => String(index + 1));
  const twice = seeds.findIndex((seed, index) => seeds.indexOf(seed) !== index);
  if (twice >= 0) refuse(['seeds', twice], `the seed ${seeds[twice] ?? ''} comes twice; replicates: 2 runs every seed twice`);
  return seeds;
}

function readBudget(budget: WrittenStudy['budget']): StudyBudget {
  const { dollars, tokens, wallTime } = budget ?? {};
  return { dollars, tokens, wallTimeMs: wallTime };
}

function checkComparisons(
  pairs: Study['compare'],
  { conditions, refuse }: { readonly conditions: readonly StudyCondition[]; readonly refuse: Refuse },
): void {
  const levels = conditions.flatMap((condition) =>
    Object.entries(condition.levels).map(([factor, level]) => `${factor}=${level}`),
  );
  const known = [...new Set([...conditions.map(({ name }) => name), ...levels])];
  for (const pair of pairs) {
    const unknown = pair.find((side) => !known.includes(side));
    if (unknown !== undefined) refuse(['compare'], `no condition is called "${unknown}"; ${suggestName(unknown, known)}`);
    if (pair[0] === pair[1]) refuse(['compare'], `"${pair[0]}" is compared with itself`);
  }
}
