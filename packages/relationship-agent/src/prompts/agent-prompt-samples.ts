import type { PromptCall } from '@entente/llm-clients';
import { byEmotion } from '@entente/relationship';
import { appraiseMemoriesPrompt, appraisePrompt } from './appraise.js';
import { actPrompt, makeChoicesPrompt } from './choose.js';
import { reflectPrompt } from './reflect.js';

/** Renders each prompt of this package for an imaginary person: the words and reply shapes that are part of a run's identity. */
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
