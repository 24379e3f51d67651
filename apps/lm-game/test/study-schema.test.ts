import { studyJsonSchema } from '@entente/studies';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { gameStudyProgram } from '../src/studies/game-study-program.js';

const STUDIES = join(import.meta.dirname, '../../../studies');

it('keeps the JSON Schema of study files as the table of settings has it', async () => {
  const schema = `${JSON.stringify(studyJsonSchema(gameStudyProgram), null, 2)}\n`;
  await expect(schema).toMatchFileSnapshot(join(STUDIES, 'diplomacy.schema.json'));
});

it('names the schema in every study file of games, for editors', () => {
  const files = readdirSync(STUDIES).filter((name) => name.endsWith('.yaml'));
  const texts = files.map((name) => readFileSync(join(STUDIES, name), 'utf8'));
  const ours = texts.filter((text) => /^program: diplomacy$/m.test(text));
  expect(ours.length).toBeGreaterThan(0);
  for (const text of ours) expect(text).toMatch(/^# yaml-language-server: \$schema=diplomacy\.schema\.json\n/);
});
