import type { AssessmentReply } from '../prompts/assess-scene.js';
import { cameAbout } from './came-about.js';
import { statesShown } from './states-shown.js';
import type { Direction } from './read-direction.js';
import { toldSecrets } from './told-secrets.js';

/** Reads off the moves of a scene what it changed; each quote is copied from the transcript. */
export function offlineAssessment(direction: Direction): AssessmentReply {
  return { states: statesShown(direction), facts: cameAbout(direction), told: toldSecrets(direction) };
}
