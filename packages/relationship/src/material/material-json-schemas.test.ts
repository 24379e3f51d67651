import { Ajv2020 } from 'ajv/dist/2020.js';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readYaml } from '@entente/studies';
import { expect, it } from 'vitest';
import { MATERIAL_SCHEMA_NAMES, type MaterialSchemaName, materialJsonSchemas } from './material-json-schemas.js';

const MATERIAL = join(import.meta.dirname, '../../material');
const FOLDERS: Readonly<Record<MaterialSchemaName, string>> = {
  persona: 'personas',
  couple: 'couples',
  'turning-points': 'turning-points',
  scenarios: 'scenarios',
  arc: 'arcs',
};
const schemas = materialJsonSchemas();

it.each(MATERIAL_SCHEMA_NAMES)('keeps the published JSON Schema "%s" as the reader has it', async (name) => {
  const schema = `${JSON.stringify(schemas[name], null, 2)}\n`;
  await expect(schema).toMatchFileSnapshot(join(MATERIAL, `schemas/${name}.schema.json`));
});

it.each(MATERIAL_SCHEMA_NAMES)('ships files that pass the JSON Schema "%s" and name it, for editors', (name) => {
  const validate = new Ajv2020({ allErrors: true }).compile(schemas[name]);
  const folder = join(MATERIAL, FOLDERS[name]);
  const files = readdirSync(folder);
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) {
    const text = readFileSync(join(folder, file), 'utf8');
    expect(text.split('\n')[0], file).toBe(`# yaml-language-server: $schema=../schemas/${name}.schema.json`);
    validate(readYaml(text).value);
    expect(validate.errors ?? [], file).toEqual([]);
  }
});

it.each([
  ['persona', { name: 'Maya' }],
  ['persona', { name: 'Maya', description: 'Steady.', attachment: { anxiety: 8, avoidance: 2 } }],
  ['couple', { partners: ['maya', 'jonas'], stage: 'togehter' }],
  ['arc', { id: 'two', steps: [{ category: 'Modern Life', oneOf: ['a'] }] }],
] as const)('refuses a wrong entry by the JSON Schema "%s" as well', (name, entry) => {
  expect(new Ajv2020().compile(schemas[name])(entry)).toBe(false);
});
