import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { MaterialError } from '../relationship-errors.js';
import { loadLibrary, shippedLibrary, shippedMaterial } from './load-library.js';

const folder = mkdtempSync(join(tmpdir(), 'material-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a folder of material', () => {
  it('extends what ships', () => {
    mkdirSync(join(folder, 'personas'));
    writeFileSync(join(folder, 'personas/zoe.yaml'), 'name: Zoe\ndescription: New in town.\n');
    writeFileSync(join(folder, 'couples.yaml'), 'partners: [zoe, maya]\n');
    writeFileSync(join(folder, 'README.md'), 'Notes.');
    const { personas, couples } = loadLibrary(folder);
    expect(personas.length).toBe(shippedLibrary().personas.length + 1);
    expect(couples.at(-1)?.partners.map(({ name }) => name)).toEqual(['Zoe', 'Maya']);
  });

  it('is refused with all faults, a line each', () => {
    writeFileSync(join(folder, 'couples.yaml'), '- partners: [zoee, maya]\n- partners: [zoe]\n');
    expect(() => loadLibrary(folder)).toThrow(MaterialError);
    expect(() => loadLibrary(folder)).toThrow(/^couples\.yaml:1: .+"zoe"\?\ncouples\.yaml:2: .+two partners/);
  });
});

it('reads what ships once', () => {
  expect(shippedMaterial()).toBe(shippedMaterial());
});
