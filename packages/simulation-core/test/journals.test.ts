import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { foldRun, measureRun, parseEntry, replayRun } from '../src/index.js';
import { storeWith } from './journal-copies.js';
import { toyModels, toyProgram } from './toy-program.js';

const folder = join(import.meta.dirname, 'journals');

/** Written by the version in its name and never changed since: whoever has such a run must be able to read it for ever. */
describe.each(readdirSync(folder).filter((file) => file.endsWith('.jsonl')))('the journal %s', (file) => {
  const entries = readFileSync(join(folder, file), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line, index) => parseEntry(line, file, index + 1));

  test('is still read, folded and measured as it was', async () => {
    const store = await storeWith('r', entries);
    const { state, ended } = await foldRun(toyProgram(toyModels('no')), 'r', store);
    const { calls, levels, criticalPathMs } = await measureRun(entries);
    expect({ ended, calls, levels, criticalPathMs, said: state.said.length, scores: Object.keys(state.scores).length })
      .toMatchInlineSnapshot(`
      {
        "calls": 83,
        "criticalPathMs": 269,
        "ended": true,
        "levels": 22,
        "said": 12,
        "scores": 9,
      }
    `);
  });

  test('still replays without a model, to the same facts', async () => {
    const store = await storeWith('r', entries);
    const replayed = await replayRun(toyProgram(toyModels('no')), 'r', store);
    expect(replayed.complete).toBe(true);
  });
});
