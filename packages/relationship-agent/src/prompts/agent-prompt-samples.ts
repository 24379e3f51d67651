import type { PromptCall } from '@entente/llm-clients';
import { byEmotion } from '@entente/relationship';
import { actPrompt } from './act.js';
import { appraiseMemoriesPrompt } from './appraise-memories.js';
import { appraisePrompt } from './appraise.js';
import { makeChoicesPrompt } from './make-choices.js';
import { reflectPrompt } from './reflect.js';

/** A call of every prompt of this package, asked of somebody who does not exist: the words and reply shapes that identify a run. */
export function agentPromptSamples(): readonly PromptCall<unknown>[] {
  const character = { name: 'NAME', persona: 'PERSONA', goal: 'GOAL' };
  const history = ['HISTORY'];
  const appraisal = { emotions: byEmotion(() => 1), thought: 'THOUGHT' };
  return [
    appraisePrompt.with({ character, history }),
    makeChoicesPrompt.with({ character, history, appraisal }),
    makeChoicesPrompt.with({ character, history, appraisal: null }),
    actPrompt.with({ character, history, question: 'QUESTION', options: [{ id: 'a', action: 'ACTION' }] }),
    reflectPrompt.with({ character, history }),
    appraiseMemoriesPrompt.with({ character, memories: ['MEMORY'] }),
  ];
}
