import type { AssessmentReply } from '../prompts/assess-scene.js';
import { cameAbout } from './came-about.js';
import { statesShown } from './states-shown.js';
import type { Direction } from './read-direction.js';
import { toldSecrets } from './told-secrets.js';

/** Reads off the moves of a scene what it changed; each quote is copied from the transcript. */
export function offlineAssessment(direction: Direction): AssessmentReply {
  const proved = <Entry extends { readonly quote: string }>(entries: readonly Entry[] = []) =>
    entries.map((entry) => ({ ...entry, quote: longEnough(entry.quote, direction) }));
  return { states: proved(statesShown(direction)), facts: proved(cameAbout(direction)), told: proved(toldSecrets(direction)) };
}

/** A quote of fewer than three words becomes the whole line that it stands in. */
function longEnough(quote: string, { happened }: Direction): string {
  if (quote.trim().split(/\s+/).length >= 3) return quote;
  return happened.find(({ line }) => line.includes(quote))?.line ?? quote;
}
