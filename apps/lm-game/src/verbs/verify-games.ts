import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { formatMismatch } from '@entente/diplomacy-rules';
import { countOf, createStyle, hasColors, type OptionValues, UsageError, type VerbCall } from '@entente/run-console';
import { findRun } from '@entente/run-console/session';
import { verifyGame } from '../artefacts/index.js';
import type { verifyOptions } from '../cli/verb-options.js';

type Call = VerbCall<OptionValues<typeof verifyOptions>>;

const MOST_SHOWN = 20;

/** Judges games again, ours and others'; 1 where one is not as the rules have it. */
export async function verifyGames({ words, io, options }: Call): Promise<number> {
  if (words.length === 0) throw new UsageError('Say what to verify: a run, its folder, or a saved game.');
  const style = createStyle(hasColors(io.stdout, io.env));
  let isSound = true;
  for (const word of words) {
    const path = resolve(io.cwd, word);
    const place = existsSync(path) ? path : await folderOf(word, { cwd: io.cwd, runsDir: options.runsDir });
    const { id, phases, setAside, mismatches } = await verifyGame(place);
    isSound &&= mismatches.length === 0;
    if (options.json) io.stdout.write(`${JSON.stringify({ event: 'game-verified', id, phases, setAside, mismatches })}\n`);
    else if (mismatches.length === 0) {
      const aside = setAside === 0 ? '' : ` (${setAside} set aside)`;
      io.stdout.write(`${style.green('sound')}  ${id}: ${countOf(phases, 'phase')} judged again${aside}, each as on record.\n`);
    } else {
      io.stdout.write(
        `${style.red('unsound')}  ${id}: ${countOf(mismatches.length, 'difference')} in ${countOf(phases, 'phase')}\n`,
      );
      for (const mismatch of mismatches.slice(0, MOST_SHOWN)) io.stdout.write(`  ${formatMismatch(mismatch)}\n`);
      if (mismatches.length > MOST_SHOWN) io.stdout.write(`  and ${mismatches.length - MOST_SHOWN} more; --json lists all\n`);
    }
  }
  return isSound ? 0 : 1;
}

async function folderOf(word: string, where: { readonly cwd: string; readonly runsDir: string }): Promise<string> {
  const { runId, folder } = await findRun(word, where);
  return resolve(folder, runId);
}
