import { PARTNERS, type RelationshipFact, type RelationshipSettings } from '@entente/relationship';
import { expect, test } from 'vitest';
import { offlineRun } from './offline-run.js';

type Recalled = Extract<RelationshipFact, { type: 'memories-recalled' }>;

const runOf = async (settings: Partial<RelationshipSettings>, embedding: boolean) => {
  const { entries, facts } = await offlineRun({ settings: { scenes: 3, ...settings }, embedding });
  const embedded = entries.flatMap((entry) => (entry.type === 'embeddings-recorded' ? [entry] : []));
  return { embedded, facts, recalled: facts.filter((fact): fact is Recalled => fact.type === 'memories-recalled') };
};

test('memories come back before each beat, by vectors that are paid for once, with their scores and parts on record', async () => {
  const { embedded, facts, recalled } = await runOf({}, true);
  expect(new Set(recalled.map(({ beat }) => beat))).toEqual(new Set([1, 2]));
  const hashes = embedded.flatMap(({ vectors }) => vectors.map(({ hash }) => hash));
  expect(new Set(hashes).size).toBe(hashes.length);
  const paths = embedded.map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
  for (const path of paths) expect(path).toMatch(/^scene-\d\/beat-\d\/recall#0$/);

  const first = recalled.filter(({ scene, beat }) => scene === 1 && beat === 1).flatMap(({ memories }) => memories);
  expect(first.every(({ score, parts }) => score > 0 && (parts?.meaning ?? 0) > 0)).toBe(true);
  for (let scene = 1; scene <= 3; scene++)
    for (const partner of PARTNERS) {
      const ids = recalled
        .filter((fact) => fact.scene === scene && fact.partner === partner)
        .flatMap(({ memories }) => memories.map(({ id }) => id));
      expect(new Set(ids).size).toBe(ids.length);
    }
  expect(facts.findIndex(({ type }) => type === 'memories-recalled')).toBeLessThan(
    facts.findIndex(({ type }) => type === 'beat-narrated'),
  );
});

test('without an embedding model words serve, and where meaning weighs nothing no text is embedded', async () => {
  const byWords = await runOf({ scenes: 1 }, false);
  expect(byWords.embedded).toEqual([]);
  const meanings = byWords.recalled.flatMap(({ memories }) => memories.map(({ parts }) => parts?.meaning));
  expect(meanings.some((meaning) => (meaning ?? 0) > 0)).toBe(true);
  expect(meanings).not.toContain(undefined);
  const byFeeling = await runOf({ scenes: 1, semanticWeight: 0 }, true);
  expect(byFeeling.embedded).toEqual([]);
  expect(byFeeling.recalled.flatMap(({ memories }) => memories.map(({ parts }) => parts?.meaning))).not.toContain(1);
});

test('without recall nothing is asked about memories', async () => {
  const { embedded, facts, recalled } = await runOf({ scenes: 1, recalledMemories: 0 }, true);
  expect([...embedded, ...recalled]).toEqual([]);
  expect(facts.some((fact) => fact.type === 'memories-kept' && fact.scene === 0)).toBe(false);
});
