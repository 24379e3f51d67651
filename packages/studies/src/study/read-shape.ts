import { z } from 'zod';
import { nearestName, suggestName } from './nearest-name.js';
import type { StudyDocument } from './study-document.js';
import type { Complain } from '../study-error.js';
import type { StudyProgram } from './study.js';
import { studySchema, type WrittenStudy } from './study-schema.js';

/** The fields of a study file that are well formed, and the names of those that are not. */
export interface ReadShape {
  /** Absent where the file holds no fields at all. */
  readonly written?: WrittenStudy | undefined;
  readonly dropped: readonly string[];
}

/** Reads the fields of a study file. A field with a fault is left out, so that the others can be checked all the same. */
export function readShape({ value }: StudyDocument, program: StudyProgram, complain: Complain): ReadShape {
  const fields = value ?? {};
  const parsed = studySchema.safeParse(fields);
  if (parsed.success) return { written: parsed.data, dropped: [] };
  const issues = inOrder(parsed.error.issues, fields);
  for (const issue of issues) complainOf(issue, complain);
  if (typeof fields !== 'object' || Array.isArray(fields)) return { dropped: [] };
  const dropped = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys : [String(issue.path[0])],
  );
  const sound = Object.fromEntries(Object.entries(fields).filter(([name]) => !dropped.includes(name)));
  return { written: studySchema.safeParse({ name: 'study', program: program.name, ...sound }).data, dropped };
}

/** Misspelt fields come first. Such a field is also missing under its right name, but the misspelling is the better explanation. */
function inOrder(issues: readonly z.core.$ZodIssue[], fields: object): readonly z.core.$ZodIssue[] {
  const misspelt = issues.filter(({ code }) => code === 'unrecognized_keys');
  const keys = misspelt.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : []));
  const others = issues.filter((issue) => {
    if (issue.code === 'unrecognized_keys') return false;
    const isMissing = issue.path.length === 1 && !Object.hasOwn(fields, String(issue.path[0]));
    return !isMissing || !keys.some((key) => nearestName(key, [String(issue.path[0])]) !== undefined);
  });
  return [...misspelt, ...others];
}

function complainOf(issue: z.core.$ZodIssue, complain: Complain): void {
  const { path } = issue;
  const name = path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    const place = path.length === 0 ? '' : ` in ${name}`;
    for (const key of issue.keys) complain([...path, key], `unknown field "${key}"${place}; ${suggestName(key, fieldsAt(path))}`);
  } else if (path.length === 0) complain([], 'the file is not a mapping of fields; begin with name: and program:');
  else complain(path, `${name}: ${issue.message}`);
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
