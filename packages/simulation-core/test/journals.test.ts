import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { foldRun, measureRun, parseEntry, replayRun, resumeRun } from '../src/index.js';
import { answeredIn, entriesOf, settings, storeWith } from './journal-copies.js';
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

  test('can still be resumed from wherever it breaks off, and nothing on record is asked again', async () => {
    for (let cut = 1; cut < entries.length; cut += 9) {
      const models = toyModels('other');
      const store = await storeWith('r', entries.slice(0, cut));
      const known = answeredIn(await entriesOf(store, 'r'));
      const { status } = await resumeRun(toyProgram(models), 'r', { ...settings, store });
      expect(status, `after line ${cut}`).toBe('completed');
      expect(models.asked.length, `after line ${cut}`).toBe(answeredIn(await entriesOf(store, 'r')).size - known.size);
    }
  });

  test('still replays without a model, to the same facts', async () => {
    const store = await storeWith('r', entries);
    const replayed = await replayRun(toyProgram(toyModels('no')), 'r', store);
    expect(replayed.complete).toBe(true);
  });
});
