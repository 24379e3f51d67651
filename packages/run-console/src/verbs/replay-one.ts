import { replayRun } from '@entente/simulation-core';
import { countOf } from '@entente/studies/tables';
import { hasColors } from '../cli/console-io.js';
import type { OptionValues, VerbCall } from '../cli/verb.js';
import { assertKind, findRun, readHeader } from '../journals/find-run.js';
import type { RunKind } from '../journals/run-kind.js';
import { modelsOnRecord } from '../session/model-source.js';
import { createStyle } from '../text/style.js';
import type { replayOptions } from './journal-options.js';

/** Replays one run. @throws ReplayDivergedError naming the first difference */
export async function replayOne<State, Fact extends { readonly type: string }>(
  kind: RunKind<State, Fact>,
  { words, io, options }: VerbCall<OptionValues<typeof replayOptions>>,
): Promise<number> {
  const { runId, store } = await findRun(words[0]!, { cwd: io.cwd, runsDir: options.runsDir });
  const header = await readHeader(runId, store);
  assertKind(header, kind.kind);
  const { facts, calls, complete, since } = await replayRun(kind.buildProgram(header, modelsOnRecord), runId, store);
  if (options.json) {
    io.stdout.write(`${JSON.stringify({ event: 'run-replayed', run: runId, facts: facts.length, calls, complete, since })}\n`);
    return 0;
  }
  const style = createStyle(hasColors(io.stdout, io.env));
  const inherited =
    since === undefined
      ? ''
      : ` What it took over before ${since} was played by other settings; its parent's replay covers that.`;
  const reach = complete ? 'to its end' : 'as far as its record goes (it has not ended; resume goes on with it)';
  io.stdout.write(
    `${style.green('same')}  ${runId}: ${countOf(facts.length, 'fact')} from ${countOf(calls, 'recorded answer')}, ${reach}. No model was asked.${inherited}\n`,
  );
  return 0;
}
