import type { PromptSet } from '../prompt-set.js';
import { DEFAULT_SET } from './default-set.js';
import { SIMPLE_SET } from './simple-set.js';

/** The sets that ship, by the name under which they are chosen. */
export const PROMPT_SETS: { readonly default: PromptSet; readonly simple: PromptSet } = {
  default: DEFAULT_SET,
  simple: SIMPLE_SET,
};
