import { PROMPT_SETS, type PromptSet, promptSetDigest } from '@entente/diplomacy-game';
import { createStyle, hasColors, type OptionValues, type VerbCall } from '@entente/run-console';
import { runPromptsVerb, tokensOfRequest, writeTextFolder } from '@entente/run-console/session';
import { countOf, formatCount } from '@entente/studies/tables';
import { resolve } from 'node:path';
import { readPrompts } from '../runs/prompt-sets-of-options.js';
import type { promptsOptions } from './prompts-options.js';
import { capturePrompt, type PromptName, PROMPTS, type PromptSample } from './prompts/capture-prompt.js';
import { promptFiles } from './prompts/prompt-files.js';

type Call = VerbCall<OptionValues<typeof promptsOptions>>;

const PHASE_TYPES = { movement: 'M', retreat: 'R', adjustment: 'A' } as const;

const NAMES = Object.keys(PROMPTS) as readonly PromptName[];

/** Lists prompts, shows one, checks or writes a folder of them; returns the exit code. */
export async function prompts(call: Call): Promise<number> {
  return runPromptsVerb(call, {
    names: NAMES,
    list: () => list(call),
    request: async (name) => capturePrompt(name, await sampleOf(call)),
    check: (folder) => check(call, folder),
    exportTo: (folder) => exportTo(call, folder),
  });
}

async function list({ io, options }: Call): Promise<number> {
  const style = createStyle(hasColors(io.stdout, io.env));
  const sample = await sampleOf({ io, options });
  const lines = [style.bold('Prompt sets')];
  for (const set of Object.values(PROMPT_SETS)) {
    const words =
      set.context === 'full' ? 'with the surroundings of every unit' : 'board and legal orders only, for small models';
    lines.push(`  ${set.name.padEnd(18)} ${words} (${promptSetDigest(set).slice(0, 8)})`);
  }
  lines.push('', style.bold(`Prompts, with their tokens for ${sample.power} in ${sample.set.name}`));
  for (const name of NAMES) {
    const tokens = tokensOfRequest(await capturePrompt(name, sample));
    lines.push(`  ${name.padEnd(18)} ${formatCount(tokens).padStart(6)}  ${PROMPTS[name]}`);
  }
  lines.push('', 'lm-game prompts show write-orders prints one; prompts export FOLDER writes them for you to edit.');
  io.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}

async function check({ io, options }: Call, folder: string): Promise<number> {
  const set = await readPrompts(resolve(io.cwd, folder), folder, baseOf(options));
  const forPowers = Object.keys(set.tasksByPower);
  const sample = await sampleOf({ io, options }, set);
  for (const name of NAMES) await capturePrompt(name, sample);
  const words = forPowers.length === 0 ? '' : `, with words of their own for ${forPowers.join(', ')}`;
  io.stdout.write(`${folder} can be used: all ${countOf(NAMES.length, 'prompt')} can be written with it${words}.\n`);
  for (const note of set.notes ?? []) io.stdout.write(`${note}\n`);
  return 0;
}

async function exportTo({ io, options }: Call, folder: string): Promise<number> {
  const files = writeTextFolder(io.cwd, folder, promptFiles(baseOf(options)));
  io.stdout.write(
    `${countOf(files.length, 'file')} in ${folder}: ${files.join(', ')}.\nEdit them, delete those that are to stay as they are, and play with --prompts-dir ${folder}.\n`,
  );
  return 0;
}

const baseOf = ({ prompts: name }: Pick<Call['options'], 'prompts'>): PromptSet => PROMPT_SETS[name ?? 'default'];

async function sampleOf({ io, options }: Pick<Call, 'io' | 'options'>, given?: PromptSet): Promise<PromptSample> {
  const { power = 'FRANCE', promptsDir, twoStep = false, countrySpecificPrompts, phase = 'movement' } = options;
  const base = baseOf(options);
  const read = given ?? (promptsDir === undefined ? base : await readPrompts(resolve(io.cwd, promptsDir), promptsDir, base));
  const set = countrySpecificPrompts || given !== undefined ? read : { ...read, tasksByPower: base.tasksByPower };
  return { power, set, twoSteps: twoStep, phase: PHASE_TYPES[phase] };
}
