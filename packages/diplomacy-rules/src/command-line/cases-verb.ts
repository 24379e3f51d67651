import { runCase } from '../cases/run-case.js';
import { forEachValue } from './bad-input.js';
import { rulebookFrom, rulebookOptions } from './rulebook-option.js';
import { writeLine } from './streams.js';
import type { Verb } from './verb.js';

/** `diplomacy-rules cases`: runs test cases of adjudicators. */
export const casesVerb: Verb = {
  name: 'cases',
  usage: 'FILE… [--rulebook NAME]',
  summary: 'run test cases, such as those of the DATC',
  details: `Judges every case of the files and compares what becomes of it with what the case expects. A file
has {"cases": […]}, a list of cases, or a case a line (.jsonl), and may be packed (.gz). Each
difference is a line; the last line says how many cases passed and failed. A case that says of
itself that it holds under another convention only is set apart and not counted.`,
  options: rulebookOptions,
  run: async ({ files, options }, streams) => {
    const rulebook = rulebookFrom(options);
    let passed = 0;
    let failed = 0;
    const runOne = async (value: unknown) => {
      const { id, passed: isPassed, differences, otherConvention } = runCase(value, { rulebook });
      if (!isPassed && otherConvention !== undefined) {
        await writeLine(streams.stdout, `${id}: set apart, as it holds under another convention: ${otherConvention}`);
        return;
      }
      if (isPassed) passed++;
      else failed++;
      for (const difference of differences) await writeLine(streams.stdout, `${id}: ${difference}`);
    };
    const complaints = await forEachValue(files, streams, async (value) => {
      for (const one of casesOf(value)) await runOne(one);
    });
    await writeLine(streams.stdout, `passed: ${passed}, failed: ${failed}`);
    if (failed > 0) return 1;
    return complaints > 0 ? 2 : 0;
  },
};

function casesOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  const list = typeof value === 'object' && value !== null && 'cases' in value ? value.cases : undefined;
  return Array.isArray(list) ? list : [value];
}
