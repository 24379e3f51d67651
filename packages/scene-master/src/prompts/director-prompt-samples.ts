import type { PromptCall } from '@entente/llm-clients';
import type { Stage } from '@entente/relationship';
import type { Scenario } from '../scenarios/scenario.js';
import { commitmentScorePrompt } from './commitment-score.js';
import { generateContextPrompt, progressPrompt, summarizePrompt } from './direct-scene.js';
import { initializePrompt, nextScenePrompt } from './open-scene.js';

/** Renders each prompt of this package for an imaginary couple: the words and reply shapes that are part of a run's identity. */
export function directorPromptSamples(): readonly PromptCall<unknown>[] {
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
  return [
    initializePrompt.with({ partners, story: [], scene: 1, scenario }),
    nextScenePrompt.with({ partners, story: stage.story, scene: 2, scenario }),
    generateContextPrompt.with({ partners, stage }),
    progressPrompt.with({ partners, stage, offerOptions: false }),
    progressPrompt.with({ partners, stage, offerOptions: true }),
    summarizePrompt.with({ partners, stage }),
    commitmentScorePrompt.with({ partners, question: { ...stage, partner: 'A', thoughts: ['THOUGHT'] } }),
  ];
}
