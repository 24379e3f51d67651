import type { PromptCall } from '@entente/llm-clients';
import { actPrompt, appraiseMemoriesPrompt, appraisePrompt, makeChoicesPrompt, reflectPrompt } from '@entente/relationship-agent';
import {
  commitmentScorePrompt,
  generateContextPrompt,
  initializePrompt,
  nextScenePrompt,
  progressPrompt,
  type Scenario,
  summarizePrompt,
} from '@entente/scene-master';
import { promptCallsDigest } from '@entente/simulation-core';
import { byEmotion, type Stage } from '@entente/simulation-core/scenes';

/** A digest of every prompt's words and reply shape, rendered for a couple that does not exist. */
export function promptSetDigest(): string {
  return promptCallsDigest(samplePromptCalls());
}

function samplePromptCalls(): readonly PromptCall<unknown>[] {
  const character = { name: 'NAME', persona: 'PERSONA', goal: 'GOAL' };
  const partners = { A: character, B: character };
  const scenario: Scenario = {
    id: 'sample',
    category: 'Modern Life',
    turningPoint: 'TURNING POINT',
    setting: 'SETTING',
    situation: 'SITUATION',
    conflict: 'CONFLICT',
  };
  const opening = { ...scenario, scenario: scenario.id, theme: 'THEME', others: ['OTHER'], goals: { A: 'GOAL A', B: 'GOAL B' } };
  const stage: Stage = { scene: 2, story: ['STORY'], opening, transcript: ['TRANSCRIPT'] };
  const history = ['HISTORY'];
  const appraisal = { emotions: byEmotion(() => 1), thought: 'THOUGHT' };
  const options = [{ id: 'a', action: 'ACTION' }];
  return [
    appraisePrompt.with({ character, history }),
    makeChoicesPrompt.with({ character, history, appraisal }),
    actPrompt.with({ character, history, question: 'QUESTION', options }),
    reflectPrompt.with({ character, history }),
    appraiseMemoriesPrompt.with({ character, memories: ['MEMORY'] }),
    initializePrompt.with({ partners, story: [], scene: 1, scenario }),
    nextScenePrompt.with({ partners, story: stage.story, scene: 2, scenario }),
    generateContextPrompt.with({ partners, stage }),
    progressPrompt.with({ partners, stage, offerOptions: false }),
    progressPrompt.with({ partners, stage, offerOptions: true }),
    summarizePrompt.with({ partners, stage }),
    commitmentScorePrompt.with({ partners, question: { ...stage, partner: 'A', thoughts: ['THOUGHT'] } }),
  ];
}
