import type { OfflineResponder } from '@entente/llm-clients';
import { extractPromisesPrompt } from '../prompts/extract-promises.js';
import { judgePhasePrompt } from '../prompts/judge-phase.js';
import { tellTheGamePrompt } from '../prompts/tell-the-game.js';

/** What the offline model answers an analyst's prompts with. */
export const analysisResponders: readonly OfflineResponder[] = [
  extractPromisesPrompt.offline,
  judgePhasePrompt.offline,
  tellTheGamePrompt.offline,
];
