import type { OfflineRequest } from '@entente/llm-clients';
import type { ByPartner } from '@entente/relationship';
import { expandGrammar, type Grammar } from '@entente/relationship/offline';
import { readDirection } from './read-direction.js';

const SECRETS: Grammar = {
  secret: [
    'you wrote {other} a long message {when} and have not sent it.',
    'your {relative} asked {when} whether you are happy, and you did not know what to say.',
    'you slept badly; in the dream {other} walked past you in the street.',
    'you have been looking forward to this for days and would hate for it to show.',
    'you told a friend more about {other} {when} than you should have.',
    'there is good news you are keeping back for the right moment.',
    'you made up your mind {when} to be kinder, and it is harder than you thought.',
    'somebody paid you a compliment {when}, and you have thought about it since.',
    'your money is shorter than {other} thinks.',
    'you found an old picture of the two of you {when} and looked at it for a long time.',
    'you counted {when} how many days it has been since you last laughed together.',
    'your {relative} has taken against {other} and will not say why.',
  ],
  when: ['this morning', 'last night', 'on Thursday', 'an hour ago', 'on the way here'],
  relative: ['mother', 'brother', 'oldest friend', 'sister', 'aunt'],
};

/** Draws a private matter for each partner. */
export function offlineContexts(request: OfflineRequest, random: () => number): ByPartner<string> {
  const { names } = readDirection(request);
  return {
    A: expandGrammar({ ...SECRETS, other: [names.B] }, 'secret', random),
    B: expandGrammar({ ...SECRETS, other: [names.A] }, 'secret', random),
  };
}
