import { describe, expect, it } from 'vitest';
import { runCase } from '../../src/cases/run-case.js';
import { chapters } from './chapters.js';
import type { Convention } from './conventions.js';
import { CONVENTIONS } from './conventions.js';
import { linkOf } from './datc-case.js';
import { toCaseFile } from './to-case-file.js';

describe('the diplomacy adjudicator test cases', () => {
  for (const { name, cases } of chapters) {
    describe(name, () => {
      for (const row of cases) {
        it(`${row.id} ${row.title}`, () => {
          const { differences } = runCase(toCaseFile(row));

          const conventions = row.conventions?.map((section) => `DATC ${section}: ${CONVENTIONS[section]}`) ?? [];
          expect(differences, [linkOf(row) ?? row.source, ...conventions].join('\n')).toEqual([]);
        });
      }
    });
  }

  it('are 166 boards of the DATC and 28 from elsewhere, each with a number and a title of its own', () => {
    const all = chapters.flatMap(({ cases }) => cases);

    expect(all.filter((row) => linkOf(row) !== undefined)).toHaveLength(166);
    expect(all.filter((row) => row.source !== undefined)).toHaveLength(28);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(new Set(all.map(({ title }) => title)).size).toBe(all.length);
  });

  it('name every convention that one of them hangs on, and no other', () => {
    const used = new Set<Convention>(chapters.flatMap(({ cases }) => cases.flatMap(({ conventions = [] }) => conventions)));

    expect([...used].sort()).toEqual(Object.keys(CONVENTIONS).sort());
  });
});
