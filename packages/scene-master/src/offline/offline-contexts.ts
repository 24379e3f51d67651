import type { OfflineRequest } from '@entente/llm-clients';
import { type ByPartner, expandGrammar, type Grammar } from '@entente/simulation-core/scenes';
import { readDirection } from './read-direction.js';

const SECRETS: Grammar = {
  secret: [
    'you have written {other} a long message {when} and not sent it.',
    'your {relative} asked {when} whether you are happy, and you did not know what to say.',
    'you slept badly; in the dream {other} walked past you in the street.',
    'you have been looking forward to this for days and would hate for it to show.',
    '{when} you told a friend more about {other} than you should have.',
    'there is good news you are keeping back for the right moment.',
    'you have decided {when} to be kinder, and it is harder than you thought.',
    'somebody paid you a compliment {when}, and you have thought about it since.',
    'your money is shorter than {other} thinks.',
    'you found an old picture of the two of you {when} and looked at it for a long time.',
  ],
  when: ['this morning', 'last night', 'on Thursday', 'an hour ago', 'on the way here'],
  relative: ['mother', 'brother', 'oldest friend', 'sister', 'father'],
};

/** One private thing for each partner. */
export function offlineContexts(request: OfflineRequest, random: () => number): ByPartner<string> {
  const { names } = readDirection(request);
  return {
    A: expandGrammar({ ...SECRETS, other: [names.B] }, 'secret', random),
    B: expandGrammar({ ...SECRETS, other: [names.A] }, 'secret', random),
  };
}
