import type { Deal } from './deal.js';
import { findDeals, sayDeal, type Speech } from './deal-phrases.js';
import { pick } from './pick.js';

/** Acts of speech about a deal. `claim` complains about a broken one, `thank` thanks for one that was kept. */
export const ACTS = ['propose', 'accept', 'refuse', 'claim', 'thank'] as const;
export type Act = (typeof ACTS)[number];

/** An act of speech about a deal, with speaker and addressee. */
export interface SpokenAct extends Speech {
  readonly act: Act;
  readonly deal: Deal;
}

/** Words before a deal that mark the act. No entry is the end of an entry of another act. */
const LEADS: { readonly [A in Act]: readonly string[] } = {
  propose: [
    'I propose that ',
    'What if ',
    'My offer: ',
    'Could we agree that ',
    'Let us settle it like this: ',
    'Here is what I have in mind: ',
    'Would it suit you if ',
    'I suggest that ',
    'How about this: ',
    'A thought, no more: ',
    'My government would like to see that ',
  ],
  accept: [
    'Agreed: ',
    'You have my word that ',
    'Gladly: ',
    'I accept that ',
    'Yes: ',
    'Count on it that ',
    'We have a deal: ',
    'That suits me well: ',
  ],
  refuse: [
    'I cannot promise that ',
    'I am not able to say yes to it that ',
    'Not this time, so do not expect that ',
    'I have to decline the idea that ',
    'My answer is no to this: ',
  ],
  claim: [
    'You broke your word that ',
    'It was settled between us that ',
    'I have not forgotten what you promised me: ',
    'I went into this believing that ',
  ],
  thank: ['You held to it that ', 'Thank you for keeping the promise that ', 'I noticed and value that it came true: '],
};

/** Optional endings; an empty one adds nothing. */
const AFTERTHOUGHTS: { readonly [A in Act]: readonly string[] } = {
  propose: [
    '',
    'Tell me soon.',
    'What do you say?',
    'It costs you nothing.',
    'Both of us gain by it.',
    'I would rather know today.',
    'If you see it otherwise, say how.',
    'I ask nobody else the same.',
  ],
  accept: [
    '',
    'I will hold to it.',
    'Hold to it and so shall I.',
    'I am glad that we see it alike.',
    'Consider it done.',
    'Let us not speak of it to others.',
  ],
  refuse: [
    '',
    'Please do not take it amiss.',
    'My hands are tied elsewhere.',
    'Perhaps next year.',
    'I owe you a plain answer.',
    'Ask me again when the board looks different.',
  ],
  claim: [
    'You did otherwise.',
    'What happened instead speaks for itself.',
    'I need to hear a reason.',
    'My trust has a price now.',
    'Explain it before I draw my own conclusions.',
  ],
  thank: ['', 'I will remember it.', 'Such neighbours are rare.', 'It shall not be forgotten.'],
};

/** Reasons for a proposal, by its kind. */
const REASONS: { readonly [K in Deal['kind']]: readonly string[] } = {
  peace: [
    'We both have worries on another border.',
    'A war between us would feed a third one.',
    'I would like to turn my back on you without looking over my shoulder.',
  ],
  alliance: [
    'Alone neither of us breaks that line.',
    'Two fronts at once is what nobody can stand.',
    'There is enough there for two.',
    'Whoever waits will be next.',
  ],
  demilitarized: [
    'A unit there would only cost us both our sleep.',
    'That spares each of us a guard.',
    'As long as nobody is there, nobody has to be afraid.',
  ],
  order: [
    'One unit will not do it, two will.',
    'With that the attack cannot be thrown back.',
    'It ties none of you down for longer than a season.',
    'It is the one order on which all the rest depends.',
  ],
  share: [
    'Otherwise we stand in each other’s way and both go hungry.',
    'A fair split is better than two bounces.',
    'It is what each of us gets to first anyway.',
  ],
};

const isQuestion = (lead: string): boolean => /^(?:What if|Would|Could)/.test(lead);

/** Writes an act of speech in one or two sentences. */
export function sayAct({ act, deal, ...speech }: SpokenAct, random: () => number): string {
  const lead = pick(LEADS[act], random);
  const reason = act === 'propose' && random() < 0.45 ? pick(REASONS[deal.kind], random) : pick(AFTERTHOUGHTS[act], random);
  return `${lead}${sayDeal(deal, speech, random)}${isQuestion(lead) ? '?' : '.'} ${reason}`.trimEnd();
}

/** Reads all acts of speech in a text. A deal without any of the known words before it is read as a proposal. */
export function readActs(text: string, { sender, recipient }: Speech): readonly SpokenAct[] {
  return findDeals(text, { sender, recipient }).map(({ index, deal }) => {
    const before = text.slice(Math.max(0, index - LONGEST_LEAD), index);
    const act = ACTS.find((each) => LEADS[each].some((lead) => before.endsWith(lead))) ?? 'propose';
    return { act, deal, sender, recipient };
  });
}

const LONGEST_LEAD = Math.max(...Object.values(LEADS).flatMap((leads) => leads.map((lead) => lead.length)));
