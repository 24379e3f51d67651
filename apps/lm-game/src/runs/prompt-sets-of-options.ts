import { forEveryPower, PROMPT_SETS, type PromptSet, promptSetDigest, readPromptFolder } from '@entente/diplomacy-game';
import { GAME_SETTINGS } from '@entente/diplomacy-game/settings';
import type { PromptSetSpec } from '@entente/diplomacy-game/state';
import type { ByPower } from '@entente/diplomacy-rules';
import { ConsoleError, UsageError } from '@entente/run-console';
import { canonicalJson } from '@entente/simulation-core';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { GameOptions } from './game-options.js';
import { oneOrSeven } from './seats-of-options.js';

/** Settings that choose prompts. */
export type PromptOptions = Pick<GameOptions, 'prompts' | 'promptsDir' | 'countrySpecificPrompts'>;

/** The set of every power by name, and the sets by name. */
export interface ChosenPrompts {
  readonly nameOf: ByPower<string>;
  readonly sets: Readonly<Record<string, PromptSetSpec>>;
  /** Parts of the folders that are not used, with reasons. */
  readonly notes: readonly string[];
}

/** Reads and checks all words before a game begins. @throws UsageError, ConsoleError naming folder, file and placeholder */
export async function choosePrompts(options: PromptOptions, cwd: string): Promise<ChosenPrompts> {
  const base = PROMPT_SETS[options.prompts ?? GAME_SETTINGS.prompts.default];
  if (options.promptsDir === undefined)
    return { nameOf: forEveryPower(() => base.name), sets: { [base.name]: { digest: promptSetDigest(base) } }, notes: [] };
  const folders = oneOrSeven(options.promptsDir, '--prompts-dir');
  const sets: Record<string, PromptSetSpec> = {};
  const nameByFolder = new Map<string, string>();
  const notes: string[] = [];
  for (const folder of new Set(Object.values(folders))) {
    const read = await readPrompts(resolve(cwd, folder), folder, base);
    const words = options.countrySpecificPrompts ? read : { ...read, tasksByPower: base.tasksByPower };
    notes.push(...(read.notes ?? []).map((note) => `${folder}: ${note}`));
    if (!options.countrySpecificPrompts && canonicalJson(read.tasksByPower) !== canonicalJson(base.tasksByPower))
      notes.push(`${folder} has words for single powers, which are not used; --country-specific-prompts uses them.`);
    const digest = promptSetDigest(words);
    const name = nameFor(basename(resolve(cwd, folder)), digest, sets);
    nameByFolder.set(folder, name);
    sets[name] = { digest, words: { ...words, name } };
  }
  return { nameOf: forEveryPower((power) => nameByFolder.get(folders[power]) ?? base.name), sets, notes };
}

/** A prompt set from a folder of text files. @throws UsageError where there is no such folder, ConsoleError where a file is wrong */
export async function readPrompts(path: string, folder: string, base: PromptSet): Promise<PromptSet> {
  const entries = await readdir(path, { withFileTypes: true }).catch((cause: unknown) => {
    throw new UsageError(`${folder} is no folder that can be read.`, { cause });
  });
  const files: Record<string, string> = {};
  for (const entry of entries) if (entry.isFile()) files[entry.name] = await readFile(join(path, entry.name), 'utf8');
  if (Object.keys(files).length === 0)
    throw new UsageError(`${folder} holds no prompt; lm-game prompts export ${folder} writes ours.`);
  try {
    return readPromptFolder(files, base);
  } catch (error) {
    throw new ConsoleError(`${folder}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** The folder's own name, unless one of ours or another folder has it already. */
function nameFor(name: string, digest: string, taken: Readonly<Record<string, PromptSetSpec>>): string {
  const isTaken = Object.hasOwn(PROMPT_SETS, name) || (taken[name] !== undefined && taken[name].digest !== digest);
  return isTaken ? `${name}-${digest.slice(0, 8)}` : name;
}
