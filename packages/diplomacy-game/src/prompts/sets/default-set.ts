import type { PromptSet } from '../prompt-set.js';
import { BRIEFINGS } from './briefings.js';
import { DEFAULT_RULES } from './default-rules.js';

/** What is asked for unless somebody says otherwise: long rules, full context. */
export const DEFAULT_SET: PromptSet = {
  name: 'default',
  rules: DEFAULT_RULES,
  briefings: BRIEFINGS,
  context: 'full',
  tasks: {
    initialize: `The game is about to begin. Look at the map from where you are and decide what you set out with.
Goals: three to five, each one sentence that could be checked later, from the centres you want in the first two years to how you mean to win. Relationships: how you stand to each of the six others before a word was said, from your interests alone; leave nobody out.`,
    messages: `Write what you want to say in this round; it is read when everybody has written. As many messages as are of use, usually two to four; none at all is possible, and so is the same news in different words to different powers.
Answer first whoever waits for an answer. Then ask for what you need: a border left empty, a unit's support (write the order you want to see), a joint attack and how its fruits are shared. Say what you give in return. Find out what others intend, and set them at odds where that helps you. Do not repeat what you have said already, and give nothing away that the other side does not need to know. Under 100 words a message.
"done" is true if you have nothing more to say in this phase whatever the others write.`,
    plan: `Before you deal with the others in this phase: what do you mean to do? Name the centres and provinces to gain or hold in this phase and the next, whose help that needs and what you offer for it, whom you suspect and what you do if they come, and the orders as they look now, unit by unit. Weigh one alternative and say what would make you take it. Under 200 words, text alone.`,
    'negotiation-diary': `The messages of this phase are exchanged, and orders come next. Note for yourself what you make of it.
"diary": who promised what to whom, with provinces and orders; whose word you believe, and why; what you promised and whether you will keep it; what you now mean to order. Under 150 words, in the first person. Goals: all of them as they stand now, those that stay included. Relationships: how you stand to each power now; change a label only where something was said or done that explains it.`,
    'movement-orders': `Write one order for each of your units, so that they work together. Ask of each: which centre does it gain, hold or threaten; could it support a neighbour instead; where is it needed next season? A unit with nothing better to do supports a neighbour rather than hold. Expect of the others what serves them, not only what they said. In Fall count which centres change hands. Where you move by convoy, order the army and every fleet. Where two of your units go to the same place, both stay.
"reasoning": in a few sentences, what the orders are for and what you expect. "orders": exactly as under YOUR LEGAL ORDERS, written out in full.`,
    'retreat-orders': `Some of your units are dislodged. Retreat each one (A MAR R GAS: with R, not with a dash) or disband it (A MAR D). Retreat where it defends a centre, threatens one, or stands in somebody's way; remember that two units in one place are both lost, also one of yours and one of another power. Disbanding is right where you would rather build anew at home.
"reasoning": one or two sentences. "orders": one for each dislodged unit, exactly as under YOUR LEGAL ORDERS.`,
    'adjustment-orders': `It is Winter. Where you may build, name unit and place (A PAR B, F BRE B, F STP/NC B), or WAIVE for each build you leave unused; where you have to remove, name the units (A RUH D). YOUR LEGAL ORDERS says how many. Build what the next year needs: fleets where the way leads over water, armies inland, and think of what a build tells your neighbours. Remove what is farthest from centres that can still be held or taken.
"reasoning": one or two sentences. "orders": as many as there are builds or removals, exactly as under YOUR LEGAL ORDERS.`,
    'phase-diary': `The phase was judged. Compare what was said with what was ordered, by others and by you, and what you expected with what came. Who kept their word, who broke it, who helped whom? Which of your orders failed, and why? Who gains, and what is the most pressing danger or chance now? 100 to 150 words, in the first person, with powers, provinces and orders by name; text alone.`,
    'state-update': `After this phase, what do you want, and how do you stand to the others?
"reasoning": in two sentences, what has changed and why. Goals: all of them as they stand now; drop what is reached or out of reach, and add what has become possible. Relationships: to each living power; move a label because of deeds rather than words, usually by one step, and by more after a stab or a rescue.`,
    consolidation: `These are your own notes of years that are over. Put them into one text that you can play on with when the notes are gone, about 300 words: how the borders came to be; agreements that still hold and with whom; who kept their word and who broke it, when and how; debts and grudges; how each power tends to negotiate and fight; what you have learned. Leave out what no longer matters. Keep what an earlier summary says where it still does. Text alone.`,
  },
  tasksByPower: {},
};
