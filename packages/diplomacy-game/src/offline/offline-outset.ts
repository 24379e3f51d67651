import { type Power, POWERS } from '@entente/diplomacy-rules';
import type { OfflineRequest } from '@entente/llm-clients';
import { chooseSides } from './choose-sides.js';
import { goalsInWords } from './goals-in-words.js';
import { replyInForm } from './plain-words.js';
import { readPrompt } from './read-prompt.js';
import { drawCreed } from './temper.js';

/** Sets a power's first goals and relationships: a creed, a partner and a target among the neighbours, and the centres next door. */
export function offlineOutset(request: OfflineRequest, random: () => number): string {
  const reading = readPrompt(request);
  const { board, self, briefing } = reading;
  const nobody = { target: null, partner: null };
  const { target, partner } = board === null ? nobody : chooseSides({ board, self, regard: () => 0, before: nobody }, random);
  const goals = goalsInWords({ board, self, target, partner, creed: drawCreed(briefing, random) }, random);
  const label = (power: Power) =>
    power === partner ? 'Friendly' : power === target && random() < 0.7 ? 'Unfriendly' : 'Neutral';
  const relationships = Object.fromEntries(
    POWERS.filter((power) => power !== self).map((power) => [power, label(power)] as const),
  );
  return replyInForm(reading, { goals, relationships });
}
