import type { PromptSet } from '@entente/diplomacy-game';
import { POWERS } from '@entente/diplomacy-rules';

/** Which file of a folder holds which words. */
const FILES = {
  'conversation_instructions.txt': 'messages',
  'planning_instructions.txt': 'plan',
  'order_instructions_movement_phase.txt': 'movement-orders',
  'order_instructions_retreat_phase.txt': 'retreat-orders',
  'order_instructions_adjustment_phase.txt': 'adjustment-orders',
} as const;

/** Words of a set as the files that `--prompts-dir` reads: rules and briefings, and what is asked in messages, plans and orders. */
export function promptFiles(set: PromptSet): Readonly<Record<string, string>> {
  const files: Record<string, string> = {};
  files['system_prompt.txt'] = set.rules;
  for (const power of POWERS) files[`${power.toLowerCase()}_system_prompt.txt`] = set.briefings[power];
  for (const [name, task] of Object.entries(FILES)) files[name] = set.tasks[task];
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [name, `${escapeBraces(text)}\n`]));
}

/** Braces begin placeholders in these files. */
const escapeBraces = (text: string): string => text.replaceAll('{', '{{').replaceAll('}', '}}');
