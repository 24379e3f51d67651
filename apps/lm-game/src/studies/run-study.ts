import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ConsoleError, type OptionValues, UsageError, type VerbCall } from '@entente/run-console';
import { carryOut, openSession, quoteForShell, reportBatch, runsFolder } from '@entente/run-console/session';
import { createFileStore } from '@entente/simulation-core/node';
import { expandStudy, parseStudy, type Study, StudyFileError } from '@entente/studies';
import type { batchOptions } from '../cli/verb-options.js';
import type { GameKind } from '../runs/plan-games.js';
import { gameStudyProgram } from './game-study-program.js';
import { describeStudyGames, planStudy } from './plan-study.js';
import { reportStudyEstimate } from './report-study-estimate.js';
import { withoutKeys } from './without-keys.js';

type StudyCall = VerbCall<OptionValues<typeof batchOptions>>;

/** Plays the games of a study file, or says what they would take; returns the exit code. */
export async function runStudy(
  kind: GameKind,
  { io, options }: Pick<StudyCall, 'io' | 'options'>,
  file: string,
): Promise<number> {
  refuseWhatTheFileSays(options);
  const study = await readStudy(resolve(io.cwd, file), file);
  const runs = expandStudy(study, gameStudyProgram);
  const session = await openSession(io, { ...options, responders: kind.responders });
  try {
    if (options.dryRun) {
      const specs = await describeStudyGames(runs, { session: withoutKeys(session), options, cwd: io.cwd });
      return reportStudyEstimate({ io, session, study, runs, specs, json: options.json });
    }
    const specs = await describeStudyGames(runs, { session, options, cwd: io.cwd });
    const folder = runsFolder(io.cwd, options.runsDir);
    const store = createFileStore({ folder, durability: options.durability });
    const labels = options.diariesInSave ? { diariesInSave: 'true' } : {};
    const plans = planStudy(kind, runs, { session, specs, known: await store.list(), labels });
    const { dollars, tokens, wallTimeMs } = study.budget;
    const withBudget = {
      ...options,
      maxCost: options.maxCost ?? dollars,
      maxTokens: options.maxTokens ?? tokens,
      maxWallTime: options.maxWallTime ?? wallTimeMs,
    };
    const carriedOut = await carryOut({ io, kind, session, store, folder, plans, options: withBudget });
    const exitCode = reportBatch({ io, kind, plans, carriedOut, folder, runsDirFlag: options.runsDir, json: options.json });
    if (!options.json && exitCode === 0) io.stdout.write(nextCommands(study, options.runsDir));
    return exitCode;
  } finally {
    session.close();
  }
}

/** @throws UsageError, ConsoleError: one line with the file, the line in it and what was probably meant */
export async function readStudy(path: string, file: string): Promise<Study> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new UsageError(`There is no study file ${file} that can be read.`, { cause });
  });
  try {
    return parseStudy(text, gameStudyProgram);
  } catch (cause) {
    if (!StudyFileError.isInstance(cause)) throw cause;
    throw new ConsoleError(`${file}, ${cause.message}`, { cause });
  }
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

/** How to go on: each comparison that the study is about. */
function nextCommands({ compare }: Study, runsDir: string): string {
  const flag = runsDir === 'runs' ? '' : ` --runs-dir ${quoteForShell(runsDir)}`;
  const lines = compare.map(([a, b]) => `  npx lm-game report --compare ${quoteForShell(a)} ${quoteForShell(b)}${flag}`);
  return lines.length === 0 ? '' : `\nTo compare:\n${lines.join('\n')}\n`;
}
