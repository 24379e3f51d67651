import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PromptSet } from '@entente/diplomacy-game';
import { POWERS } from '@entente/diplomacy-rules';
import { UsageError } from '@entente/run-console';

/** Which file of a folder holds which words. */
const FILES = {
  'conversation_instructions.txt': 'messages',
  'planning_instructions.txt': 'plan',
  'order_instructions_movement_phase.txt': 'movement-orders',
  'order_instructions_retreat_phase.txt': 'retreat-orders',
  'order_instructions_adjustment_phase.txt': 'adjustment-orders',
} as const;

/**
 * Writes a set's words as the files that `--prompts-dir` reads: rules and briefings, and what is asked in messages, plans and orders.
 * @returns the names of the files
 * @throws UsageError where the folder holds prompts already
 */
export async function exportPrompts(path: string, folder: string, set: PromptSet): Promise<readonly string[]> {
  await mkdir(path, { recursive: true });
  if ((await readdir(path)).some((name) => name.endsWith('.txt')))
    throw new UsageError(`${folder} holds prompts already; name a new folder, so that none of your words are lost.`);
  const files: Record<string, string> = {};
  files['system_prompt.txt'] = set.rules;
  for (const power of POWERS) files[`${power.toLowerCase()}_system_prompt.txt`] = set.briefings[power];
  for (const [name, task] of Object.entries(FILES)) files[name] = set.tasks[task];
  for (const [name, text] of Object.entries(files)) await writeFile(join(path, name), `${escapeBraces(text)}\n`);
  return Object.keys(files);
}

/** Braces begin placeholders in these files. */
const escapeBraces = (text: string): string => text.replaceAll('{', '{{').replaceAll('}', '}}');
