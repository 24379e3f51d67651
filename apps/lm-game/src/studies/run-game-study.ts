import { type OptionValues, UsageError, type VerbCall } from '@entente/run-console';
import { runStudy } from '@entente/run-console/session';
import type { batchOptions } from '../cli/verb-options.js';
import { toJson } from '../runs/game-spec.js';
import { FILE_LABELS } from '../runs/keep-game-files.js';
import type { GameKind } from '../runs/plan-games.js';
import { describeStudyGames } from './describe-study-games.js';
import { estimateGame } from './estimate-game.js';
import { gameStudyProgram } from './game-study-program.js';

type StudyCall = VerbCall<OptionValues<typeof batchOptions>>;

/** Plays the games of a study file, or says what they would take; returns the exit code. */
export async function runGameStudy(
  kind: GameKind,
  { io, options }: Pick<StudyCall, 'io' | 'options'>,
  file: string,
): Promise<number> {
  refuseWhatTheFileSays(options);
  const labels = options.diariesInSave ? { [FILE_LABELS.diariesInSave]: 'true' } : {};
  return runStudy(
    {
      kind,
      program: gameStudyProgram,
      noun: 'game',
      describe: async (runs, session) => describeStudyGames(runs, { session, options, cwd: io.cwd }),
      toJson,
      estimate: (spec, costOf) => estimateGame(spec, { costOf }),
      estimateBasis: 'Estimates from usual games: nothing read from caches, no reasoning tokens, no replies asked for twice.',
    },
    { io, options, labels },
    file,
  );
}

/** What is part of a run is said by the file alone, so that the file tells what was run. */
function refuseWhatTheFileSays(options: StudyCall['options']): void {
  const said: readonly (readonly [flag: string, isGiven: boolean, place: string])[] = [
    ['--models', options.models !== undefined, 'seats:'],
    ['--max-year', options.maxYear !== undefined, 'settings:'],
    ['--end-at-phase', options.endAtPhase !== undefined, 'settings:'],
    ['--num-negotiation-rounds', options.numNegotiationRounds !== undefined, 'settings:'],
    ['--adaptive-rounds', options.adaptiveRounds, 'settings:'],
    ['--planning-phase', options.planningPhase, 'settings:'],
    ['--generate-phase-summaries', options.generatePhaseSummaries, 'settings:'],
    ['--narrator-model', options.narratorModel !== undefined, 'settings:'],
    ['--simple-prompts', options.simplePrompts, 'settings:'],
    ['--prompts-dir', options.promptsDir !== undefined, 'settings:'],
    ['--country-specific-prompts', options.countrySpecificPrompts, 'settings:'],
    ['--use-unformatted-prompts', options.useUnformattedPrompts, 'settings:'],
    ['--formatter-model', options.formatterModel !== undefined, 'settings:'],
    ['--max-tokens', options.maxTokensPerCall !== undefined, 'settings:'],
    ['--max-tokens-per-model', options.maxTokensPerModel !== undefined, 'settings:'],
    ['--rulebook', options.rulebook !== undefined, 'settings:'],
    ['--seeds', options.seeds !== undefined, 'seeds:'],
    ['--games', options.games !== undefined, 'seeds:'],
    ['--iterations', options.iterations !== undefined, 'seeds:'],
    ['--seed-base', options.seedBase !== undefined, 'seeds:'],
    ['--new', options.new, 'replicates:'],
    ['--critical-state-base-run', options.criticalStateBaseRun !== undefined, 'settings:'],
  ];
  const given = said.find(([, isGiven]) => isGiven);
  if (given)
    throw new UsageError(
      `A study file says what is played, so ${given[0]} has no place beside it; write it there, under ${given[2]}.`,
    );
}
