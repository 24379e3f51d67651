import type { RunHeader } from '@entente/simulation-core/journal';
import { expect, test } from 'vitest';
import { originCells, originColumns } from './origin-columns.js';

const header = (labels: Readonly<Record<string, string>>, future?: number): RunHeader =>
  ({
    labels,
    ...(future !== undefined && { forkedFrom: { runId: 'parent', step: 'scene-2', future, seeds: [] } }),
  }) as unknown as RunHeader;
const keys = (...headers: readonly RunHeader[]) => originColumns(headers).map(({ key }) => key);

test('control and edited forks are told apart, and from the run that they left', () => {
  const [parent, control, edited] = [header({}), header({ edit: 'none' }, 1), header({ edit: 'model=elm' }, 1)];
  expect(keys(parent, control)).toEqual(['forkedFrom', 'forkedAt', 'edit', 'future']);
  expect(originCells(control)).toMatchObject({ forkedFrom: 'parent', forkedAt: 'scene-2', edit: 'none', future: 1 });
  expect(originCells(edited)).toMatchObject({ edit: 'model=elm', future: 1 });
  expect(originCells(parent)).toMatchObject({ forkedFrom: null, edit: null, future: null });
});

test('versions of a study are told apart; where there are no studies and forks there is no column for them', () => {
  expect(keys(header({ study: 's', studyVersion: '12345678' }), header({}))).toEqual(['study', 'version', 'condition']);
  expect(keys(header({}))).toEqual([]);
});
