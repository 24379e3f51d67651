import { createRequire } from 'node:module';
import type * as Yaml from 'yaml';
import { z } from 'zod';
import { SettingError } from '../errors/setting-error.js';
import { describeProblems } from '../replies/describe-problems.js';
import { type ClientConfig, clientConfigSchema } from './client-config.js';
import { nearestName } from './nearest-name.js';

/**
 * Reads the text of a config file; JSON is read as the YAML it is.
 * @throws SettingError of one line naming the file, the field and, where one was nearly written, the field that was meant
 */
export function parseClientConfig(text: string, file: string): ClientConfig {
  let value: unknown;
  try {
    // Loaded only where there is a file to read: a command's help must not wait for a YAML parser.
    const yaml = createRequire(import.meta.url)('yaml') as typeof Yaml;
    value = yaml.parse(text);
  } catch (cause) {
    const firstLine = cause instanceof Error ? cause.message.split('\n', 1)[0] : String(cause);
    throw new SettingError(file, `${file} cannot be read: ${firstLine ?? ''}`, { cause });
  }
  const parsed = clientConfigSchema.safeParse(value ?? {});
  if (parsed.success) return parsed.data;
  throw new SettingError(file, `${file}: ${describeFirst(parsed.error, value)}`);
}

function describeFirst(error: z.ZodError, value: unknown): string {
  const [issue] = error.issues;
  if (issue?.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    return describeUnknown(key, issue.path, fieldsAt(issue.path));
  }
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
