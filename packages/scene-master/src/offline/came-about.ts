import type { AssessmentReply } from '../prompts/assess-scene.js';
import type { Direction } from './read-direction.js';
import type { Happening } from './read-happening.js';
import { isHarsh, kindOfMove } from './read-move.js';
import { quoteFrom } from './states-shown.js';

/** Words by which somebody proposes that a fact becomes another. */
const PROPOSALS: { readonly [change: string]: RegExp } = {
  'stage to together':
    /\b(be together|be with you|belong together|you and me|a couple|try it with (?:me|you)|back to you|back with you)\b/i,
  'stage to engaged': /\b(marry|married|be my (?:wife|husband))\b/i,
  'stage to married': /\b(i do|marry|married)\b/i,
  'living to together': /\b(move in|live together|live here|one household|same address|come and live|our own door)\b/i,
  'living to apart': /\b(move out|live apart|a place of my own|my own place)\b/i,
  'living to long-distance': /\b(take the job|move to|go there|another city|from a distance|long distance)\b/i,
  'children to +1': /\b(a child|a baby|have children|the baby)\b/i,
};
const YES =
  /^["“]?\s*(?:yes|all right|agreed|i will|let us|let's|gladly|of course)\b|\b(?:i would like that|yes, let us|i agree|i want that too|so do i|me too)\b/i;
/** Words that take somebody's side for good; enough where a scene is about beginning with each other. */
const FOR_YOU = /\b(?:i love you|with you|on your side|glad it is you|together|be with you)\b/i;

/** Facts that both agreed to in words: one proposed, and the other said yes to it. A separation needs one alone. */
export function cameAbout({ lines, happened, field }: Direction): AssessmentReply['facts'] {
  const moves = happened.filter(({ partner }) => partner !== undefined);
  const situation = field('scene.begins', 'situation');
  return lines('fact.line').flatMap(({ fact = '', to = '' }) => {
    const change = `${fact} to ${to}`;
    const proved = (move: Happening | undefined) => (move ? [{ fact, to, quote: quoteFrom(move) }] : []);
    if (change === 'stage to separated') return proved(moves.find((move) => kindOfMove(move) === 'ending'));
    if (moves.slice(-2).some((move) => isHarsh(kindOfMove(move)))) return [];
    if (change === 'stage to dating' || change === 'stage to together') {
      const taken = moves.filter(({ words }) => FOR_YOU.test(words));
      return new Set(moves.map(({ partner }) => partner)).size > 1 ? proved(taken.at(-1)) : [];
    }
    const proposal = PROPOSALS[change];
    if (!proposal) return [];
    const at = moves.findIndex(({ words }) => proposal.test(words));
    if (at === -1 && !proposal.test(situation)) return [];
    const by = moves[at]?.partner;
    return proved(moves.slice(at + 1).find(({ partner, words }) => partner !== by && YES.test(words)));
  });
}
