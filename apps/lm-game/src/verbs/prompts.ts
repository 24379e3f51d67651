import { PROMPT_SETS, type PromptSet, promptSetDigest } from '@entente/diplomacy-game';
import { estimateTextTokens, messageText, nearestName } from '@entente/llm-clients';
import {
  createStyle,
  hasColors,
  type OptionValues,
  outputWidth,
  UsageError,
  type VerbCall,
  wrapText,
} from '@entente/run-console';
import { countOf, formatCount } from '@entente/studies/tables';
import { resolve } from 'node:path';
import { readPrompts } from '../runs/prompt-sets-of-options.js';
import type { promptsOptions } from './prompts-options.js';
import { capturePrompt, type PromptName, PROMPTS, type PromptSample } from './prompts/capture-prompt.js';
import { exportPrompts } from './prompts/export-prompts.js';

type Call = VerbCall<OptionValues<typeof promptsOptions>>;

const ACTIONS = ['list', 'show', 'check', 'export'] as const;
const PHASE_TYPES = { movement: 'M', retreat: 'R', adjustment: 'A' } as const;

/** Lists prompts, shows one, checks or writes a folder of them; returns the exit code. */
export async function prompts(call: Call): Promise<number> {
  const [action = 'list', name] = call.words;
  switch (action) {
    case 'list':
      return list(call);
    case 'show':
      return show(call, name);
    case 'check':
      return check(call, name);
    case 'export':
      return exportTo(call, name);
    default: {
      const near = nearestName(action, ACTIONS);
      throw new UsageError(
        `prompts cannot "${action}"${near === undefined ? '' : ` (did you mean ${near}?)`}; write prompts ${ACTIONS.join(', prompts ')}.`,
      );
    }
  }
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
  for (const name of Object.keys(PROMPTS) as PromptName[]) {
    const { messages } = await capturePrompt(name, sample);
    const tokens = estimateTextTokens(messages.map(messageText).join('\n\n'));
    lines.push(`  ${name.padEnd(18)} ${formatCount(tokens).padStart(6)}  ${PROMPTS[name]}`);
  }
  lines.push('', 'lm-game prompts show write-orders prints one; prompts export FOLDER writes them for you to edit.');
  io.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}

async function show({ io, options }: Call, name: string | undefined): Promise<number> {
  const known = Object.keys(PROMPTS) as PromptName[];
  if (name === undefined) throw new UsageError(`Say which prompt to show: ${known.join(', ')}.`);
  const found = known.find((each) => each === name);
  if (found === undefined) {
    const near = nearestName(name, known);
    throw new UsageError(
      `There is no prompt "${name}"${near === undefined ? '' : ` (did you mean ${near}?)`}; there are ${known.join(', ')}.`,
    );
  }
  const { messages } = await capturePrompt(found, await sampleOf({ io, options }));
  const style = createStyle(hasColors(io.stdout, io.env));
  const width = Math.min(120, outputWidth(io.stdout));
  const rule = (title: string): string => style.cyan(`── ${title} ${'─'.repeat(Math.max(0, width - title.length - 4))}`);
  const parts = messages.flatMap(({ role, parts: texts }) =>
    texts.map(({ kind, text }) => `${rule(`${role}, ${kind}`)}\n${wrapText(text, width)}`),
  );
  io.stdout.write(`${parts.join('\n\n')}\n`);
  return 0;
}

async function check({ io, options }: Call, folder: string | undefined): Promise<number> {
  if (folder === undefined) throw new UsageError('Say which folder to check: prompts check my-prompts.');
  const set = await readPrompts(resolve(io.cwd, folder), folder, baseOf(options));
  const forPowers = Object.keys(set.tasksByPower);
  const sample = await sampleOf({ io, options }, set);
  for (const name of Object.keys(PROMPTS) as PromptName[]) await capturePrompt(name, sample);
  const words = forPowers.length === 0 ? '' : `, with words of their own for ${forPowers.join(', ')}`;
  io.stdout.write(
    `${folder} can be used: all ${countOf(Object.keys(PROMPTS).length, 'prompt')} can be written with it${words}.\n`,
  );
  for (const note of set.notes ?? []) io.stdout.write(`${note}\n`);
  return 0;
}

async function exportTo({ io, options }: Call, folder: string | undefined): Promise<number> {
  if (folder === undefined) throw new UsageError('Say where to: prompts export my-prompts.');
  const files = await exportPrompts(resolve(io.cwd, folder), folder, baseOf(options));
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
