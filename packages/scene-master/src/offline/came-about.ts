import { type Plan, plansIn, saysYes } from '@entente/relationship/offline';
import type { AssessmentReply } from '../prompts/assess-scene.js';
import type { Direction } from './read-direction.js';
import type { Happening } from './read-happening.js';
import { isHarsh, kindOfMove } from './read-move.js';
import { quoteFrom } from './states-shown.js';

/** Words that take somebody's side for good; enough where a scene is about beginning with each other. */
const FOR_YOU = /\b(?:i love you|with you|on your side|glad it is you|together|be with you)\b/i;

/** Facts that both agreed to in words: one proposed, and the other said yes to it. A separation needs one alone. */
export function cameAbout({ lines, happened, field }: Direction): AssessmentReply['facts'] {
  const moves = happened.filter(({ partner }) => partner !== undefined);
  const situation = field('scene.begins', 'situation');
  return lines('fact.line').flatMap(({ fact = '', to = '' }) => {
    const change = `${fact} to ${to}`;
    const proved = (move: Happening | undefined, shows?: RegExp) => (move ? [{ fact, to, quote: quoteFrom(move, shows) }] : []);
    if (change === 'stage to separated') return proved(moves.find((move) => kindOfMove(move) === 'ending'));
    if (moves.slice(-2).some((move) => isHarsh(kindOfMove(move)))) return [];
    if (change === 'stage to dating' || change === 'stage to together') {
      const taken = moves.filter(({ words }) => FOR_YOU.test(words));
      return new Set(moves.map(({ partner }) => partner)).size > 1 ? proved(taken.at(-1), FOR_YOU) : [];
    }
    const isNamed = (text: string) => plansIn(text).includes(change as Plan);
    const at = moves.findIndex(({ words }) => isNamed(words));
    if (at === -1 && !isNamed(situation)) return [];
    const by = moves[at]?.partner;
    return proved(moves.slice(at + 1).find(({ partner, words }) => partner !== by && saysYes(words)));
  });
}
