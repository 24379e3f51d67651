import type { OfflineRequest } from '@entente/llm-clients';
import type { Power } from '@entente/diplomacy-rules';
import type { Relationship } from '../state/index.js';
import { type Agreement, agreementsOf, withStatus } from './agreements.js';
import { sayDeal } from './deal-phrases.js';
import { powerTitle } from './phrase-pattern.js';
import { pick } from './pick.js';
import { readPrompt } from './read-prompt.js';
import { replyInForm } from './plain-words.js';
import { stanceOf } from './stance.js';
import { stepRelationship } from './judged-relationships.js';

/** Reviews a negotiation: agreements, refusals, and the changes in liking. */
export function offlineNegotiationDiary(request: OfflineRequest, random: () => number): string {
  const reading = readPrompt(request);
  const { board, self } = reading;
  const phase = board?.phase ?? [...reading.press.keys()].at(-1) ?? '';
  const press = reading.press.get(phase) ?? [];
  const agreements = agreementsOf(press, self, board);
  const agreed = withStatus(agreements, 'agreed');
  const refused = withStatus(agreements, 'refused');
  const unanswered = withStatus(agreements, 'offered');
  const stance = stanceOf(reading);
  const say = ({ other, deal }: Agreement): string => sayDeal(deal, { sender: self, recipient: other }, random);
  const diary = [
    ...agreed.map((agreement) => `${pick(AGREED, random)} ${powerTitle(agreement.other)}: ${say(agreement)}.`),
    ...refused.slice(0, 4).map((agreement) => `${pick(REFUSED, random)} ${powerTitle(agreement.other)}: ${say(agreement)}.`),
    ...(unanswered.length > 0 ? [`Still without an answer from ${namesOf(unanswered)}.`] : []),
    ...(press.length === 0 ? [pick(SILENCE, random)] : []),
    ...(stance.target === null ? [] : [`My eyes stay on ${powerTitle(stance.target)}.`]),
    stance.temper.loyalty > 0.6
      ? 'What I signed I mean to do.'
      : 'What I signed I shall weigh once more when I write the orders.',
  ].join(' ');
  const relationships: { [power in Power]?: Relationship } = {};
  for (const { power } of stance.neighbors) {
    const from = reading.relationships[power] ?? 'Neutral';
    const yes = agreed.filter(({ other }) => other === power).length;
    const no = refused.filter(({ other }) => other === power).length;
    // Words move a label seldom, and to `Ally` never without deeds.
    const step =
      yes > no && (from === 'Neutral' || from === 'Unfriendly') && random() < 0.4 ? 1 : no > yes + 1 && random() < 0.3 ? -1 : 0;
    if (step !== 0) relationships[power] = stepRelationship(from, step);
  }
  return replyInForm(reading, { diary, goals: reading.goals, relationships });
}

const AGREED = ['Agreed with', 'Settled with', 'We shook hands with'];
const REFUSED = ['No agreement with', 'Nothing came of it with', 'It was turned down between me and'];
const SILENCE = ['Nobody wrote and I wrote to nobody.', 'A season without a letter.'];

const namesOf = (agreements: readonly Agreement[]): string =>
  [...new Set(agreements.map(({ other }) => powerTitle(other)))].join(', ');
