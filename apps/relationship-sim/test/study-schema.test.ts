import { studyJsonSchema } from '@entente/studies';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { coupleStudyProgram } from '../src/studies/couple-study-program.js';

const STUDIES = join(import.meta.dirname, '../../../studies');

it('keeps the JSON Schema of study files as the table of settings has it', async () => {
  const schema = `${JSON.stringify(studyJsonSchema(coupleStudyProgram), null, 2)}\n`;
  await expect(schema).toMatchFileSnapshot(join(STUDIES, 'relationship.schema.json'));
});

it('names the schema in every study file of couples, for editors', () => {
  const files = readdirSync(STUDIES, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
  const texts = files.map((name) => readFileSync(join(STUDIES, name), 'utf8'));
  const ours = texts.filter((text) => /^program: relationship$/m.test(text));
  expect(ours.length).toBeGreaterThan(0);
  for (const text of ours) expect(text).toMatch(/^# yaml-language-server: \$schema=(\.\.\/)?relationship\.schema\.json\n/);
});
