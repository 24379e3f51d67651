import { writePromptWords } from '@entente/llm-clients';
import { createStyle, hasColors, type OptionValues, outputWidth, type VerbCall, wrapText } from '@entente/run-console';
import { runPromptsVerb, tokensOfRequest, writeTextFolder } from '@entente/run-console/session';
import { countOf, formatCount } from '@entente/studies/tables';
import { capturePrompt } from '../prompts/capture-prompt.js';
import { FOLDER_README } from '../prompts/folder-readme.js';
import { countOwnWords, type OwnWords, WORD_SIDES } from '../prompts/own-words.js';
import { PROMPT_NAMES, PROMPTS } from '../prompts/prompt-names.js';
import { readOwnWords, readPromptFolder } from '../prompts/read-own-words.js';
import { playSampleScenes } from '../prompts/sample-scenes.js';
import { promptSetDigest } from '../digests.js';
import type { promptsOptions } from './prompts-options.js';

type Call = VerbCall<OptionValues<typeof promptsOptions>>;

/** Lists prompts, shows one, checks or writes a folder of words; returns the exit code. */
export async function prompts(call: Call): Promise<number> {
  return runPromptsVerb(call, {
    names: PROMPT_NAMES,
    list: () => list(call),
    request: async (name) => capturePrompt(name, await samplesOf(call), wordsOf(call)),
    check: (folder) => check(call, folder),
    exportTo: async (folder) => exportTo(call, folder),
  });
}

async function list(call: Call): Promise<number> {
  const { io } = call;
  const words = wordsOf(call);
  const style = createStyle(hasColors(io.stdout, io.env));
  const samples = await samplesOf(call);
  const lines = [style.bold(`Prompts, with their tokens in the second scene of ${samples.couple.id}`)];
  for (const name of PROMPT_NAMES) {
    const tokens = tokensOfRequest(await capturePrompt(name, samples, words));
    lines.push(`  ${name.padEnd(18)} ${formatCount(tokens).padStart(6)}  ${PROMPTS[name]}`);
  }
  const own = words === undefined ? '' : `, ${countOwnWords(words)} of them of ${call.options.promptsDir ?? ''}`;
  const { agent, director } = WORD_SIDES;
  const count = Object.keys(agent.words).length + Object.keys(director.words).length;
  lines.push(
    '',
    `They are made of ${countOf(count, 'text')}${own}; digest ${promptSetDigest(words).slice(0, 8)}.`,
    'relationship-sim prompts show choose prints one; prompts export FOLDER writes all texts for you to edit.',
  );
  io.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}

async function check(call: Call, folder: string): Promise<number> {
  const { io } = call;
  const { words, asShipped, faults, notes } = readPromptFolder(io.cwd, folder);
  if (faults.length > 0) {
    io.stderr.write(`${faults.join('\n')}\n${folder} cannot be used: ${countOf(faults.length, 'fault')}.\n`);
    return 1;
  }
  const samples = await samplesOf(call);
  const width = outputWidth(io.stdout);
  const same = asShipped === 0 ? '' : `; ${countOf(asShipped, 'text')} there ${asShipped === 1 ? 'is' : 'are'} as shipped`;
  const own = SIDES.flatMap((side) => ownTexts(side, Object.keys(words[side])));
  const lines = [
    countOwnWords(words) === 0
      ? `${folder} holds our own words and no others, so it changes nothing.`
      : `${folder} can be used: ${countOf(countOwnWords(words), 'text')} of its own${same}.`,
    ...own,
    ...notes,
  ]
    .map((line) => wrapText(line, width))
    .concat('');
  lines.push('Tokens of each prompt (as shipped), in a sample scene:');
  for (const name of PROMPT_NAMES) {
    const tokens = tokensOfRequest(await capturePrompt(name, samples, words));
    const usual = tokensOfRequest(await capturePrompt(name, samples, undefined));
    lines.push(`  ${name.padEnd(18)} ${formatCount(tokens).padStart(6)}${tokens === usual ? '' : ` (${formatCount(usual)})`}`);
  }
  io.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}

function exportTo({ io }: Call, folder: string): number {
  const files = writeTextFolder(io.cwd, folder, { 'README.txt': FOLDER_README, ...writePromptWords(WORD_SIDES) });
  io.stdout.write(
    `${countOf(files.length, 'file')} in ${folder}; README.txt there says how they work.\nEdit them, delete what is to stay as it is, try them with prompts check ${folder}, and play with --prompts-dir ${folder}.\n`,
  );
  return 0;
}

/** `agent: rules, task.choose`, or only their number if there are many */
function ownTexts(side: keyof OwnWords, names: readonly string[]): readonly string[] {
  if (names.length === 0) return [];
  const all = Object.keys(WORD_SIDES[side].words);
  return [`${side}: ${names.length > MANY ? `${names.length} of ${countOf(all.length, 'text')}` : names.join(', ')}`];
}

const SIDES = ['agent', 'director'] as const satisfies readonly (keyof OwnWords)[];

/** Number of names up to which they are listed. */
const MANY = 12;

function wordsOf({ io, options: { promptsDir } }: Call): OwnWords | undefined {
  return promptsDir === undefined ? undefined : readOwnWords(io.cwd, promptsDir).words;
}

const samplesOf = ({ options: { choices = 'free' } }: Call) => playSampleScenes(choices);
