import { createRequire } from 'node:module';
import type * as Yaml from 'yaml';
import { z } from 'zod';
import { SettingError } from '../errors/llm-client-error.js';
import { looksLikeKey, withoutKeyShapes } from '../providers/scrub-secrets.js';
import { describeProblems } from '../replies/describe-problems.js';
import { type ClientConfig, clientConfigSchema } from './client-config.js';
import { nearestName } from './nearest-name.js';

/**
 * Reads the text of a config file; JSON is read as the YAML it is.
 * @throws SettingError of one line naming the file, the field and, where one was nearly written, the field that was meant; never with a
 *   key that was written in the wrong place
 */
export function parseClientConfig(text: string, file: string): ClientConfig {
  let value: unknown;
  try {
    // Loaded only where there is a file to read: a command's help must not wait for a YAML parser.
    const yaml = createRequire(import.meta.url)('yaml') as typeof Yaml;
    value = yaml.parse(text);
  } catch (cause) {
    // After its first line the parser quotes the file, including any secret near the mistake.
    const firstLine = withoutModelKeys((cause instanceof Error ? cause.message : String(cause)).split('\n', 1)[0] ?? '');
    throw new SettingError(file, `${file} cannot be read: ${firstLine}`);
  }
  const parsed = clientConfigSchema.safeParse(value ?? {});
  if (!parsed.success) throw new SettingError(file, `${file}: ${withoutModelKeys(describeFirst(parsed.error, value))}`);
  assertNoKeys(parsed.data, file);
  return parsed.data;
}

/** A key in the name of a model would never be sent, and the entry never be found. */
function assertNoKeys({ models = {}, prices = {} }: ClientConfig, file: string): void {
  for (const [field, entries] of Object.entries({ models, prices }))
    for (const name of Object.keys(entries))
      if (name.includes('#') || looksLikeKey(name))
        throw new SettingError(
          file,
          `${file}: a name in ${field}, ${withoutModelKeys(name)}, holds a key; write the model's id without it, and the key into the environment or a .env file`,
        );
}

/** Replaces keys in a text, including anything after a #, where model ids carry a key. */
function withoutModelKeys(text: string): string {
  return withoutKeyShapes(text.replace(/#[^\s"'`]*/g, '#[key]'));
}

function describeFirst(error: z.ZodError, value: unknown): string {
  // A misspelt required field is also missing under its right name. The complaint about the misspelling is more helpful.
  const issue = error.issues.find(({ code }) => code === 'unrecognized_keys') ?? error.issues[0];
  if (issue?.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    return describeUnknown(key, issue.path, fieldsAt(issue.path));
  }
  if (issue && issue.path.some((key) => key === 'headers' || key === 'body'))
    return `${issue.path.map(String).join('.')}: ${issue.message}`;
  return describeProblems(error, value).split('\n', 1)[0] ?? error.message;
}

function describeUnknown(key: string, path: readonly PropertyKey[], known: readonly string[]): string {
  const near = nearestName(key, known);
  const place = path.length === 0 ? '' : ` in ${path.map(String).join('.')}`;
  return `unknown field "${key}"${place}; ${near === undefined ? `known are ${known.join(', ')}` : `did you mean "${near}"?`}`;
}

/** The fields of the object at a path; below a record, every name leads on to the record's values. */
function fieldsAt(path: readonly PropertyKey[]): readonly string[] {
  let schema: unknown = clientConfigSchema;
  for (const key of path) {
    if (schema instanceof z.ZodObject) schema = (schema.shape as Readonly<Record<string, unknown>>)[String(key)];
    else if (schema instanceof z.ZodRecord) schema = schema.valueType;
    if (schema instanceof z.ZodOptional) schema = schema.unwrap();
  }
  if (schema instanceof z.ZodRecord) return schema.keyType instanceof z.ZodEnum ? schema.keyType.options.map(String) : [];
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}
