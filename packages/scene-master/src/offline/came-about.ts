import type { AssessmentReply } from '../prompts/assess-scene.js';
import type { Direction } from './read-direction.js';
import { kindOfMove } from './read-move.js';
import { quoteFrom } from './states-shown.js';

/** Words by which somebody proposes that a fact becomes another. */
const PROPOSALS: { readonly [change: string]: RegExp } = {
  'stage to dating': /\b(see you again|go out with (?:me|you)|another evening|second date|meet again|have dinner)\b/i,
  'stage to together':
    /\b(be together|be with you|belong together|you and me|a couple|try it with (?:me|you)|back to you|back with you)\b/i,
  'stage to engaged': /\b(marry|married|be my (?:wife|husband))\b/i,
  'stage to married': /\b(i do|marry|married)\b/i,
  'living to together': /\b(move in|live together|live here|one household|same address|come and live|our own door)\b/i,
  'living to apart': /\b(move out|live apart|a place of my own|my own place)\b/i,
  'living to long-distance': /\b(take the job|move to|go there|another city|from a distance|long distance)\b/i,
  'children to +1': /\b(a child|a baby|have children|the baby)\b/i,
};
const AGREEMENT =
  /^(?:["“]?\s*)(yes|all right|agreed|i will|i would like that|let us|let's|gladly|of course|then yes|good)\b|\b(yes, let us|i agree|i want that too|so do i|me too)\b/i;

/** Facts that both agreed to in words: one proposed, and the other said yes after it. A separation needs one alone. */
export function cameAbout({ lines, happened }: Direction): AssessmentReply['facts'] {
  return lines('fact.line').flatMap(({ fact = '', to = '' }) => {
    if (fact === 'stage' && to === 'separated') {
      const ending = happened.find((each) => each.partner && kindOfMove(each) === 'ending');
      return ending ? [{ fact, to, quote: quoteFrom(ending) }] : [];
    }
    const proposal = PROPOSALS[`${fact} to ${to}`];
    const proposed = proposal ? happened.findIndex(({ partner, words }) => partner && proposal.test(words)) : -1;
    const by = happened[proposed]?.partner;
    if (proposed === -1) return [];
    const agreed = happened.slice(proposed + 1).find(({ partner, words }) => partner && partner !== by && AGREEMENT.test(words));
    return agreed ? [{ fact, to, quote: quoteFrom(agreed) }] : [];
  });
}
