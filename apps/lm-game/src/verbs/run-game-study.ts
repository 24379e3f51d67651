import { toJson } from '@entente/diplomacy-game/state';
import type { OptionValues, VerbCall } from '@entente/run-console';
import { runStudy } from '@entente/run-console/session';
import { diariesLabel } from '../runs/keep-game-files.js';
import type { GameKind } from '../runs/plan-games.js';
import { describeStudyGames } from '../studies/describe-study-games.js';
import { estimateGame } from '../studies/estimate-game.js';
import { gameStudyProgram } from '../studies/game-study-program.js';
import type { batchOptions } from './batch-options.js';

type StudyCall = VerbCall<OptionValues<typeof batchOptions>>;

/** Plays the games of a study file, or estimates them; returns the exit code. */
export async function runGameStudy(
  kind: GameKind,
  { io, options }: Pick<StudyCall, 'io' | 'options'>,
  file: string,
): Promise<number> {
  return runStudy(
    {
      kind,
      program: gameStudyProgram,
      describe: async (runs, session) => describeStudyGames(runs, { session, options, cwd: io.cwd }),
      toJson,
      estimate: (spec, costOf) => estimateGame(spec, { costOf }),
      estimateBasis: 'Estimates from usual games: nothing read from caches, no reasoning tokens, no replies asked for twice.',
    },
    { io, options, labels: diariesLabel(options) },
    file,
  );
}
