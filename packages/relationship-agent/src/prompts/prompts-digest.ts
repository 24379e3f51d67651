import { promptCallsDigest } from '@entente/simulation-core';
import { byEmotion } from '@entente/simulation-core/scenes';
import { actPrompt } from './act.js';
import { appraiseMemoriesPrompt } from './appraise-memories.js';
import { appraisePrompt } from './appraise.js';
import { makeChoicesPrompt } from './make-choices.js';
import { reflectPrompt } from './reflect.js';

/** A digest of every prompt of this package, rendered for somebody who does not exist. */
export function promptsDigest(): string {
  const character = { name: 'NAME', persona: 'PERSONA', goal: 'GOAL' };
  const history = ['HISTORY'];
  const appraisal = { emotions: byEmotion(() => 1), thought: 'THOUGHT' };
  return promptCallsDigest([
    appraisePrompt.with({ character, history }),
    makeChoicesPrompt.with({ character, history, appraisal }),
    makeChoicesPrompt.with({ character, history, appraisal: null }),
    actPrompt.with({ character, history, question: 'QUESTION', options: [{ id: 'a', action: 'ACTION' }] }),
    reflectPrompt.with({ character, history }),
    appraiseMemoriesPrompt.with({ character, memories: ['MEMORY'] }),
  ]);
}
