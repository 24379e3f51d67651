import { expect, test } from 'vitest';
import type { CouplesResult } from './scenario.js';
import { callCostTable, coupleTable, diplomacyTable, finishedTable, promptTable, readersTable, speedTable } from './tables.js';

const result: CouplesResult = {
  couples: 20,
  scenes: 9.5,
  failed: 0,
  wallMs: 5000,
  calls: 3000,
  cpuMs: 6000,
  memoryMbPerRun: 1.25,
  loopDelayP99Ms: 12.34,
  criticalPathMs: 4000,
  levels: 80,
  sequentialMs: 8000,
  peakConnections: 40,
  byPrompt: [],
};

test('couples together are set against the longest chain and against one call at a time', () => {
  const one = { name: 'one couple', latency: 'fixed:50ms', result: { ...result, couples: 1, wallMs: 4500 } };
  const [, , , row] = coupleTable([one, { name: '20 couples', latency: 'fixed:50ms', result }]).split('\n');
  expect(row?.split('|').map((cell) => cell.trim())).toEqual([
    '',
    '20 couples',
    'fixed:50ms',
    '5.00',
    '4.00',
    '1.25',
    '1.11',
    '9.5',
    '80',
    '160.00',
    '3000',
    '600',
    '2.00',
    '1.25',
    '12.3',
    '0',
    '',
  ]);
});

test('phases add up, and what the longest chain does not wait for counts as saved', () => {
  const rows = promptTable([
    { package: 'scene-master', prompt: 'progress', calls: 20, sequentialMs: 1000, onCriticalPathMs: 1000 },
    { package: 'relationship-agent', prompt: 'reflect', calls: 20, sequentialMs: 1000, onCriticalPathMs: 0 },
  ]).split('\n');
  expect(rows[2]).toMatch(/relationship-agent .* reflect .* 100 %/);
  expect(rows[4]).toMatch(/overall .* 40 \| +2\.00 \| +1\.00 \| +50 %/);
});

test('what a call costs is split without remainder', () => {
  const table = callCostTable({ calls: 1, bareSdkMs: 1, clientMs: 0.8, journalMs: 1.3, syncedMs: 1.5 });
  expect(table).toMatch(/our client above it +\| -0\.200/);
  expect(table).toMatch(/above the bare loop +\| +0\.500 \| +33 %/);
});

test('our rates stand above those of others, which may have no list of legal orders', () => {
  const measured = {
    phases: 3000,
    arePlayed: false,
    adjudicationsPerSecond: 123_456.7,
    legalOrdersPerSecond: 30_000,
    ordersPerPosition: 803,
    gameMs: 3.2,
    phasesPerGame: 45,
  };

  const [, , ours, theirs] = diplomacyTable(measured, [{ name: 'another', adjudicationsPerSecond: 1000 }]).split('\n');

  const cells = (line = ''): string[] => line.split('|').map((cell) => cell.trim());
  expect(cells(ours)).toEqual(['', 'diplomacy-rules', '123,457', '30,000', 'here', '']);
  expect(cells(theirs)).toEqual(['', 'another', '1,000', '-', 'elsewhere', '']);
});

test('a batch of finished runs is told with the memory of its whole process', () => {
  const result = { runs: 1000, wallMs: 2340, cpuMs: 3100, peakMb: 124.6 };
  const [, , row] = finishedTable([{ name: '1,000 finished couples', result }]).split('\n');
  expect(row?.split('|').map((cell) => cell.trim())).toEqual(['', '1,000 finished couples', '2.34', '3.10', '3.10', '125', '']);
});

test('prompts are told by who reads them, with the tokens of the first and the last scenes', () => {
  const partners = {
    reader: 'partners',
    calls: 300,
    tokensPerCall: 1234.4,
    largestTokens: 2000,
    sameWithinScene: 0.913,
    sameAsBefore: 0.8,
    cacheReads: 0.75,
  };
  const tokensByScene = Array.from({ length: 20 }, (_, scene) => (scene < 10 ? 1000 : 2000));
  const text = readersTable({
    scenes: 20,
    calls: 300,
    tokensByScene,
    largest: { prompt: 'choose', tokens: 2000 },
    readers: [partners],
  });
  expect(text).toMatch(/partners .* 300 .* 1,234 .* 2,000 .* 91\.3 % .* 80\.0 % .* 75\.0 %/);
  expect(text).toMatch(/by tens: 1,000, 2,000; at most 2,000/);
});

test('a figure above its bound is missed', () => {
  const rows = speedTable([
    { name: 'levels of one couple', measured: 90, atMost: 90 },
    { name: '20 couples beside one', measured: 1.26, atMost: 1.25 },
  ]).split('\n');
  expect(rows[2]).toMatch(/levels of one couple .* 90 .* 90 .* held/);
  expect(rows[3]).toMatch(/20 couples beside one .* 1\.26 .* 1\.25 .* missed/);
});
