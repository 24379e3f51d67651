import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { materialJsonSchemas } from '@entente/relationship/material';
import { studyJsonSchema } from '@entente/studies';
import { coupleStudyProgram } from './couple-study-program.js';

/** Files of an example of a study by their paths: what can be edited, and the JSON Schemas that editors check it by. */
export function exampleFiles(): Readonly<Record<string, string>> {
  const folder = join(packageFolder(import.meta.dirname), 'example');
  const texts = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);
  const schemas = Object.entries({ study: studyJsonSchema(coupleStudyProgram), ...materialJsonSchemas() });
  return Object.fromEntries([
    ...texts,
    ...schemas.map(([name, schema]) => [`schemas/${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`] as const),
  ]);
}

/** The nearest folder above with a manifest: the same from `src`, from `dist` and from an installed package. */
function packageFolder(folder: string): string {
  const above = dirname(folder);
  return existsSync(join(folder, 'package.json')) || above === folder ? folder : packageFolder(above);
}
