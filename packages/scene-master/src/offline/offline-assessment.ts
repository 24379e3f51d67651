import type { AssessmentReply } from '../prompts/assess-scene.js';

/** Reads off what a scene changed. */
export function offlineAssessment(): AssessmentReply {
  return { states: [], facts: [], told: [] };
}
