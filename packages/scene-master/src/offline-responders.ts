import type { OfflineResponder } from '@entente/llm-clients';
import { commitmentScorePrompt } from './prompts/commitment-score.js';
import { generateContextPrompt } from './prompts/generate-context.js';
import { initializePrompt, nextScenePrompt } from './prompts/open-scene.js';
import { progressPrompt } from './prompts/progress.js';
import { summarizePrompt } from './prompts/summarize.js';

/** What the offline model needs to answer every prompt of this package. */
export const offlineResponders: readonly OfflineResponder[] = [
  initializePrompt.offline,
  nextScenePrompt.offline,
  generateContextPrompt.offline,
  progressPrompt.offline,
  summarizePrompt.offline,
  commitmentScorePrompt.offline,
];
