import type { OfflineRequest, OfflineResponder } from '@entente/llm-clients';
import { assessScenePrompt } from '../prompts/assess-scene.js';
import { closeScenePrompt } from '../prompts/close-scene.js';
import { commitmentScorePrompt } from '../prompts/commitment-score.js';
import { DIRECTOR_WORDS, type DirectorWords, directorWords } from '../prompts/director-words.js';
import { generateContextPrompt } from '../prompts/generate-context.js';
import { initializePrompt, nextScenePrompt } from '../prompts/open-scene.js';
import { progressPrompt } from '../prompts/progress.js';
import { summarizePrompt } from '../prompts/summarize.js';
import { offlineAssessment } from './offline-assessment.js';
import { offlineBeat } from './offline-beat.js';
import { offlineClosing } from './offline-closing.js';
import { offlineContexts } from './offline-contexts.js';
import { offlineJudgement } from './offline-judgement.js';
import { offlineLaterOpening, offlineOpening } from './offline-opening.js';
import { offlineSummary } from './offline-summary.js';
import { type Direction, readDirection } from './read-direction.js';

/**
 * Answers every prompt of this package without a model. A prompt is recognised by the shape that it asks for, which is the same in every
 * language; its lines are read by the words it was written in.
 */
export function createOfflineResponders(replaced: Partial<DirectorWords> = {}): readonly OfflineResponder[] {
  const words = directorWords(replaced);
  const answering = (
    { name }: { readonly name: string },
    shape: string,
    reply: (direction: Direction, random: () => number) => unknown,
  ): OfflineResponder => ({
    name,
    recognises: (request) => asks(request, shape),
    reply: (request, random) => JSON.stringify(reply(readDirection(request, words), random)),
  });
  return [
    answering(initializePrompt, '{"theme": string, "setting": string, "others"', offlineOpening),
    answering(nextScenePrompt, '{"later": string, "weeks": number', offlineLaterOpening),
    answering(generateContextPrompt, '{"A": string, "B": string}', offlineContexts),
    answering(progressPrompt, '"only_B": string, "actor": "', offlineBeat),
    answering(closeScenePrompt, '{"narrative": string, "only_A": string, "only_B": string}', offlineClosing),
    answering(summarizePrompt, '{"scene_summary": string}', (direction) => ({ scene_summary: offlineSummary(direction) })),
    answering(assessScenePrompt, '{"states": [{"state": string', offlineAssessment),
    answering(commitmentScorePrompt, '{"reasoning": string, "score": number}', offlineJudgement),
  ];
}

/** Answers of the offline director to prompts in the words that ship. */
export const offlineResponders: readonly OfflineResponder[] = createOfflineResponders(DIRECTOR_WORDS);

function asks({ messages }: OfflineRequest, shape: string): boolean {
  return messages.some(({ role, text }) => role === 'user' && text.includes(shape));
}
