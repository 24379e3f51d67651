import { type CommitmentJudgement, otherPartner, type Partner } from '@entente/relationship';
import { pickFrom } from '@entente/relationship/offline';
import { ENDINGS } from './endings.js';
import type { Direction } from './read-direction.js';
import type { Happening } from './read-happening.js';
import { kindOfMove, WEIGHT } from './read-move.js';

const RISING = [
  '{name} was met when it counted, and answers in kind.',
  'Satisfaction has grown: {name} reaches out rather than waits.',
];
const FALLING = ['{name} gives less and expects less.', 'What {name} needs was not to be had in this scene.'];
const HOLDING = [
  '{name} stays, more from what has been built than from what this scene gave.',
  'Satisfaction neither grew nor fell for {name}.',
];
const NO_EVIDENCE = 'No evidence for alternatives.';

/** What an earlier scene did to both, by the way it ended. */
const AFTER: { readonly [Ending in keyof typeof ENDINGS]: number } = {
  over: -3,
  unsettled: -0.5,
  open: -0.05,
  mended: 0.3,
  close: 0.3,
};

/**
 * Scores commitment: a baseline of the persona, moved by how each earlier scene ended, by the treatment that this one met with in this
 * scene, and by what it thought and felt.
 */
export function offlineJudgement(direction: Direction, random: () => number): CommitmentJudgement {
  const { names, cards, story, happened, field } = direction;
  const partner: Partner = field('task.commitment-score', 'id') === 'B' ? 'B' : 'A';
  const other = otherPartner(partner);
  const name = names[partner];
  const met = happened.filter((each) => each.partner === other);
  const own = happened.filter((each) => each.partner === partner);
  const past = story.reduce((sum, { summary }) => sum + effectOf(summary), 0);
  const felt = unspokenBalance(direction);
  const now = 1.1 * mean(met) + 0.3 * mean(own) + 0.5 * felt;
  const noise = (random() + random() + random() - 1.5) * 0.8;
  const score = baseline(cards[partner], name) + past + now + noise;
  const reasons = now > 0.25 ? RISING : now < -0.25 ? FALLING : HOLDING;
  const last = met.at(-1);
  const evidence =
    last && (last.words || last.deed)
      ? ` It weighs that ${names[other]} ${last.words ? `said "${last.words}"` : last.deed}.`
      : '';
  return {
    reasoning: `${pickFrom(reasons, random).replaceAll('{name}', name)}${evidence} ${NO_EVIDENCE}`.slice(0, 2900),
    score: Math.round(10 * Math.max(0, Math.min(10, bent(score)))) / 10,
  };
}

/** Bends a score so that the ends of the scale are reached slowly. */
function bent(score: number): number {
  return 5 + 5 * Math.tanh((score - 5) / 5);
}

function mean(moves: readonly Happening[]): number {
  return moves.length === 0 ? 0 : moves.reduce((sum, move) => sum + WEIGHT[kindOfMove(move)], 0) / moves.length;
}

function effectOf(summary: string): number {
  const ending = (Object.keys(ENDINGS) as (keyof typeof ENDINGS)[]).find((each) =>
    ENDINGS[each].mark.some((sentence) => summary.includes(sentence)),
  );
  return AFTER[ending ?? 'open'];
}

/** Level from which a person starts: the secure highest; closeness that is hard to bear lowers it more than fear of being left. */
function baseline(card: string, name: string): number {
  const numbers = /fear of being left (?<anxiety>[\d.]+), discomfort with closeness (?<avoidance>[\d.]+)/u.exec(card)?.groups;
  const anxiety = Number(
    numbers?.['anxiety'] ?? levelOf(card, /\b(anxious\w*|worr\w*|reassur\w*|cling\w*|jealous\w*|left behind)\b/gi),
  );
  const avoidance = Number(
    numbers?.['avoidance'] ?? levelOf(card, /\b(guarded|alone|independen\w*|escape\w*|restless|distance|free|withdraw\w*)\b/gi),
  );
  return 7.8 - 0.4 * (avoidance - 1) - 0.18 * (anxiety - 1) + leaningOf(name);
}

/** Level from 1 to 7 by the words of a persona without numbers. */
function levelOf(card: string, words: RegExp): number {
  return Math.min(7, 2.5 + 1.5 * (card.match(words)?.length ?? 0));
}

/** A leaning of this person, from -0.4 to 0.4. */
function leaningOf(name: string): number {
  let hash = 7;
  for (const letter of name) hash = (hash * 31 + letter.charCodeAt(0)) % 1009;
  return 0.8 * (hash / 1009 - 0.5);
}

function unspokenBalance({ task }: Direction): number {
  const text = task.join('\n');
  const count = (emotions: RegExp) => text.match(emotions)?.length ?? 0;
  const warm = count(/\b(strong|clear) (joy|trust|acceptance)\b/g);
  const cold = count(/\b(strong|clear) (anger|disgust|sadness|fear)\b/g);
  return warm + cold === 0 ? 0 : (warm - cold) / (warm + cold);
}
