import { sideDifferences } from '@entente/run-console/session';
import { expect, test } from 'vitest';
import { offlineProgram } from '../../test/offline-run.js';
import { coupleFacets } from './couple-facets.js';
import type { ReportedCouple } from './couple-rows.js';

type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

const spec = JSON.parse(JSON.stringify(offlineProgram({}).spec)) as Value;
const facetsOf = (value: Value) => coupleFacets({ header: { spec: value, labels: {} } } as unknown as ReportedCouple);

/** Every copy of a value in which one leaf has another value of the same type, with the path to the leaf. */
function* changed(value: Value, path = ''): Generator<readonly [string, Value]> {
  if (Array.isArray(value)) {
    const list = value as readonly Value[];
    for (const [index, item] of list.entries())
      for (const [at, other] of changed(item, `${path}.${index}`)) yield [at, list.with(index, other)];
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value))
      for (const [at, other] of changed(item, path === '' ? key : `${path}.${key}`)) yield [at, { ...value, [key]: other }];
  } else if (typeof value === 'number') yield [path, value + 1];
  else if (typeof value === 'boolean') yield [path, !value];
  else if (typeof value === 'string') yield [path, `so ${value}`];
}

test('two sides that differ anywhere in what was run are never called alike', () => {
  const before = facetsOf(spec);
  const unsaid: string[] = [];
  let tried = 0;
  for (const [path, other] of changed(spec)) {
    let after;
    try {
      after = facetsOf(other);
    } catch {
      continue; // Not a value that the setting can have.
    }
    tried++;
    if (sideDifferences([before], [after]).length === 0) unsaid.push(path);
  }
  expect(unsaid).toEqual([]);
  expect(tried).toBeGreaterThan(60);
});
