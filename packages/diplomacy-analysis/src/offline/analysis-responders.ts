import type { OfflineResponder } from '@entente/llm-clients';
import { extractPromisesPrompt } from '../analyst/prompts/extract-promises.js';
import { judgePhasePrompt } from '../analyst/prompts/judge-phase.js';
import { tellTheGamePrompt } from '../analyst/prompts/tell-the-game.js';

/** Answers of the offline model to the analyst's prompts. */
export const analysisResponders: readonly OfflineResponder[] = [
  extractPromisesPrompt.offline,
  judgePhasePrompt.offline,
  tellTheGamePrompt.offline,
];
