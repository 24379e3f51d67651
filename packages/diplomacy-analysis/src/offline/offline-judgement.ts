import type { OfflineRequest } from '@entente/llm-clients';
import type { ReportedJudgement, ReportedMoment, ReportedVerdict } from '../analysis/moments/reported-judgement.js';
import { type OrderLine, type PromiseLine, type PromptToJudge, readJudgementPrompt } from './read-prompt.js';

/** Words of a diary that tell of deceit, in a sentence that names the promisee. */
const ON_PURPOSE =
  /\b(?:break|broke|breaking|betray\w*|deceiv\w*|strike|stab\w*|lied?|unaware|pretend\w*|turn on|served its time|trusts? (?:me|us)|left [\w ]+ open)\b/i;
const BY_CHANCE = /\b(?:not all that was agreed can be done|by mistake|could not be helped)\b/i;

const MOST_MOMENTS = 4;

/**
 * Judges a phase by rules of thumb, with quotes: broken promises are betrayals, mutual supports are collaborations, a dislodgement is a clever
 * move, and powers that stop their own units blundered.
 */
export function offlineJudgement(request: OfflineRequest): ReportedJudgement {
  const prompt = readJudgementPrompt(request);
  const moments = [
    ...betrayals(prompt),
    ...bothSides(prompt),
    ...conquests(prompt),
    ...collaborations(prompt),
    ...blunders(prompt),
  ];
  return {
    promises: prompt.promises.map((promise) => verdictOn(promise, prompt)),
    moments: moments.toSorted((a, b) => Number(b.interest_score) - Number(a.interest_score)).slice(0, MOST_MOMENTS),
  };
}

function verdictOn({ number, verdict, promiser, promisee }: PromiseLine, { diaries }: PromptToJudge): ReportedVerdict {
  const said = { number, reason: '', intention: 'unknown', quote: '' };
  if (verdict !== 'broken') return { ...said, verdict: verdict === 'for you to judge' ? 'undetermined' : verdict };
  const own = diaries.filter(({ power }) => power === promiser);
  const sentences = own.flatMap(({ text }) => text.split(/(?<=[.!?])\s+/));
  const purpose = sentences.find((text) => ON_PURPOSE.test(text) && text.toUpperCase().includes(promisee));
  if (purpose !== undefined) return { ...said, verdict, intention: 'deliberate', quote: purpose };
  const chance = sentences.find((text) => BY_CHANCE.test(text));
  return chance === undefined ? { ...said, verdict } : { ...said, verdict, intention: 'accidental', quote: chance };
}

const brokenOnes = ({ promises }: PromptToJudge): readonly PromiseLine[] =>
  promises.filter(({ verdict }) => verdict === 'broken');

function betrayals(prompt: PromptToJudge): readonly ReportedMoment[] {
  return brokenOnes(prompt).map((promise) => {
    const { promiser, promisee, text, quote, explanation } = promise;
    const deed = deedOf(promise, prompt);
    const hurt = prompt.orders.some(({ power, results }) => power === promisee && results.includes('dislodged'));
    return {
      category: 'BETRAYAL',
      powers_involved: promisee === 'all' ? [promiser] : [promiser, promisee],
      promise_agreement: text,
      actual_action: explanation,
      impact: hurt ? `${promisee} lost ground in the same phase.` : `The word of ${promiser} is worth less now.`,
      interest_score: (hurt ? 8 : 5) + (deed !== undefined && deed.results === '' ? 1 : 0),
      evidence: [{ quote, source: 'message' }, ...(deed === undefined ? [] : [{ quote: deed.text, source: 'order' }])],
    };
  });
}

/** The promiser's order that the explanation of a verdict names. */
const deedOf = ({ promiser, explanation }: PromiseLine, { orders }: PromptToJudge): OrderLine | undefined =>
  orders.find(({ power, text }) => power === promiser && explanation.includes(text));

function bothSides(prompt: PromptToJudge): readonly ReportedMoment[] {
  return brokenOnes(prompt).flatMap((broken) => {
    const kept = prompt.promises.find(
      ({ promiser, promisee, verdict }) =>
        verdict === 'kept' && promiser === broken.promiser && promisee !== broken.promisee && promisee !== 'all',
    );
    if (kept === undefined || broken.promisee === 'all') return [];
    return [
      {
        category: 'PLAYING_BOTH_SIDES',
        powers_involved: [broken.promiser, broken.promisee, kept.promisee],
        promise_agreement: `To ${broken.promisee}: ${broken.text} To ${kept.promisee}: ${kept.text}`,
        actual_action: broken.explanation,
        impact: `${kept.promisee} was served and ${broken.promisee} was not.`,
        interest_score: 6,
        evidence: [
          { quote: broken.quote, source: 'message' },
          { quote: kept.quote, source: 'message' },
        ],
      },
    ];
  });
}

const PLACE_OF_UNIT = /^[AF] ([A-Z]{3})/;
const DESTINATION = /^[AF] [A-Z/]+ - ([A-Z]{3})/;

function conquests({ orders }: PromptToJudge): readonly ReportedMoment[] {
  return orders
    .filter(({ results }) => results.includes('dislodged'))
    .flatMap((lost) => {
      const place = PLACE_OF_UNIT.exec(lost.order)?.[1];
      const attack = orders.find(({ order, results }) => results === '' && DESTINATION.exec(order)?.[1] === place);
      if (attack === undefined || attack.power === lost.power) return [];
      return [
        {
          category: 'BRILLIANT_STRATEGY',
          powers_involved: [attack.power, lost.power],
          promise_agreement: '',
          actual_action: `${attack.power} ordered ${attack.text} and drove out the unit in ${place ?? ''}.`,
          impact: `${lost.power} has to retreat or disband.`,
          interest_score: 6,
          evidence: [
            { quote: attack.text, source: 'order' },
            { quote: lost.text, source: 'order' },
          ],
        },
      ];
    });
}

function collaborations({ orders }: PromptToJudge): readonly ReportedMoment[] {
  return orders.flatMap((support) => {
    const [, helped] = /^[AF] [A-Z/]+ S ([AF] [A-Z/]+ - [A-Z/]+)$/.exec(support.order) ?? [];
    const move = orders.find(({ order, power }) => order === helped && power !== support.power);
    if (move === undefined || support.results !== '' || move.results !== '') return [];
    return [
      {
        category: 'COLLABORATION',
        powers_involved: [support.power, move.power],
        promise_agreement: '',
        actual_action: `${support.power} ordered ${support.text}, and ${move.power} ${move.text}.`,
        impact: `${move.power} gets there with the help of ${support.power}.`,
        interest_score: 5,
        evidence: [
          { quote: support.text, source: 'order' },
          { quote: move.text, source: 'order' },
        ],
      },
    ];
  });
}

function blunders({ orders }: PromptToJudge): readonly ReportedMoment[] {
  return orders.flatMap((first, at) => {
    const to = DESTINATION.exec(first.order)?.[1];
    const isStopped = ({ results }: OrderLine) => results.includes('bounce');
    const second = orders
      .slice(at + 1)
      .find((other) => other.power === first.power && isStopped(other) && DESTINATION.exec(other.order)?.[1] === to);
    if (to === undefined || second === undefined || !isStopped(first)) return [];
    return [
      {
        category: 'STRATEGIC_BLUNDER',
        powers_involved: [first.power],
        promise_agreement: '',
        actual_action: `${first.power} sent two units to ${to}, and neither got there.`,
        impact: 'Two units lost a season.',
        interest_score: 3,
        evidence: [
          { quote: first.text, source: 'order' },
          { quote: second.text, source: 'order' },
        ],
      },
    ];
  });
}
