import type { OfflineRequest, OfflineResponder } from '@entente/llm-clients';
import { commitmentScorePrompt } from '../prompts/commitment-score.js';
import { generateContextPrompt, progressPrompt, summarizePrompt } from '../prompts/direct-scene.js';
import { initializePrompt, nextScenePrompt } from '../prompts/open-scene.js';
import { offlineBeat } from './offline-beat.js';
import { offlineContexts } from './offline-contexts.js';
import { offlineJudgement } from './offline-judgement.js';
import { offlineOpening } from './offline-opening.js';
import { offlineSummary } from './offline-summary.js';

/** Answers every prompt of this package without a model. A prompt is recognised by the title of its task, as a real model would read it. */
export const offlineResponders: readonly OfflineResponder[] = [
  answering(initializePrompt, /YOUR TASK: OPEN SCENE \d+, THE FIRST/, offlineOpening),
  answering(nextScenePrompt, /YOUR TASK: OPEN SCENE \d+\n/, offlineOpening),
  answering(generateContextPrompt, /YOUR TASK: GIVE EACH A SECRET/, offlineContexts),
  answering(progressPrompt, /YOUR TASK: TELL WHAT HAPPENS NEXT/, offlineBeat),
  answering(summarizePrompt, /YOUR TASK: SUM THE SCENE UP/, (request, random) => ({
    scene_summary: offlineSummary(request, random),
  })),
  answering(commitmentScorePrompt, /YOUR TASK: RATE THE COMMITMENT OF PARTNER/, offlineJudgement),
];

function answering(
  { name }: { readonly name: string },
  title: RegExp,
  reply: (request: OfflineRequest, random: () => number) => unknown,
): OfflineResponder {
  return {
    name,
    recognises: ({ messages }) => messages.some(({ text }) => title.test(text)),
    reply: (request, random) => JSON.stringify(reply(request, random)),
  };
}
