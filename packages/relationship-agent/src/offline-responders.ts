import type { OfflineResponder } from '@entente/llm-clients';
import { actPrompt } from './prompts/act.js';
import { appraiseMemoriesPrompt } from './prompts/appraise-memories.js';
import { appraisePrompt } from './prompts/appraise.js';
import { makeChoicesPrompt } from './prompts/make-choices.js';
import { reflectPrompt } from './prompts/reflect.js';

/** What the offline model needs to answer every prompt of this package. */
export const offlineResponders: readonly OfflineResponder[] = [
  appraisePrompt.offline,
  makeChoicesPrompt.offline,
  actPrompt.offline,
  reflectPrompt.offline,
  appraiseMemoriesPrompt.offline,
];
