import { type CommitmentJudgement, escapePattern, otherPartner, type Partner, PARTNERS } from '@entente/relationship';
import { mainTone, pickFrom } from '@entente/relationship/offline';
import { baselineOf } from './baseline-of.js';
import { endingIn } from './endings.js';
import type { Direction } from './read-direction.js';
import type { Happening } from './read-happening.js';
import { kindOfMove, kindOfTone, phraseOf, WEIGHT } from './read-move.js';

/** Reasons by what has become of the satisfaction of one partner, and whether this scene or the one before has done it. */
const REASONS = {
  metNow: [
    '{name} was met when it counted, and answers in kind.',
    'Satisfaction has grown: {name} gets from this what {name} came for.',
  ],
  hurtNow: ['{name} gives less and expects less.', 'What {name} needs was not to be had in this scene.'],
  hurtFades: [
    'The hurt of the scene before weighs less by now, and this one added little.',
    '{name} has come back some way from the scene before; this one gave no new reason to go.',
  ],
  warmthFades: [
    'The warmth of the scene before has worn off, and this one brought {name} little.',
    '{name} expected more after the scene before than this one gave.',
  ],
  same: [
    '{name} stays, more from what has been built than from what this scene gave.',
    'Satisfaction neither grew nor fell for {name}.',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;
/** Change of a score from which it counts as one, in points. */
const NOTICEABLE = 0.3;

/** Effect of a scene on both, by the way it ended. */
const AFTER = { over: -1.8, unsettled: -0.2, open: 0.02, mended: 0.3, close: 0.28 } as const;
/** Level that nobody is above who has ended it. */
const HAS_LEFT = 1.5;
/** Share of an earlier move of the other one that still counts. */
const KEPT = 0.22;
/** Share of an earlier scene that still counts one scene later. */
const FADING = 0.88;
/** Spread of one judgement around the evidence. */
const NOISE = 0.4;
/** Share of the treatment in a scene that shows in a score at once. */
const AT_ONCE = { met: 0.6, own: 0.1, felt: 0.3 } as const;

/**
 * Scores commitment: the baseline of the person, moved by how each earlier scene ended and what the other one did in it, by the treatment
 * met with in this scene, and by what this one thought and felt.
 */
export function offlineJudgement(direction: Direction, random: () => number): CommitmentJudgement {
  const { names, story, happened, field } = direction;
  const partner: Partner = field('task.commitment-score', 'id') === 'B' ? 'B' : 'A';
  const other = otherPartner(partner);
  const name = names[partner];
  const met = happened.filter((each) => each.partner === other);
  const own = happened.filter((each) => each.partner === partner);
  // A relationship ends once, however often it is said again.
  const firstEnd = story.findIndex(({ summary }) => endingIn(summary) === 'over');
  const counted = story.filter(({ summary }, at) => at === firstEnd || endingIn(summary) !== 'over');
  const effects = counted.map(({ summary }) => effectOf(summary, names[other], name));
  const past = effects.reduce(fading, 0);
  const hasLeft = whoLeft(direction) === partner;
  const now = AT_ONCE.met * mean(met) + AT_ONCE.own * mean(own) + AT_ONCE.felt * unspokenBalance(direction);
  const before = effects.slice(0, -1).reduce(fading, 0) + momentIn(counted.at(-1)?.summary ?? '', names[other], name);
  const noise = (random() + random() + random() - 1.5) * NOISE;
  const level = baselineOf(direction, partner) + past + now + noise;
  const score = hasLeft ? Math.min(level - 3, HAS_LEFT + noise) : level;
  return {
    reasoning: [
      pickFrom(REASONS[reasonFor(past + now + noise - before, now)], random).replaceAll('{name}', name),
      ...evidenceOf(met, names[other], now),
      ...investmentsIn(direction),
      ...alternativesIn(own, name),
    ].join(' '),
    score: Math.round(10 * bent(score)) / 10,
  };
}

const fading = (sum: number, effect: number): number => FADING * sum + effect;

/** Names the reason by the change of the score; a score that goes against this scene goes by what came before. */
function reasonFor(change: number, now: number): keyof typeof REASONS {
  if (Math.abs(change) < NOTICEABLE) return 'same';
  if (change > 0) return now > 0.1 ? 'metNow' : 'hurtFades';
  return now < -0.1 ? 'hurtNow' : 'warmthFades';
}

/** The move of the other one that weighed most in the direction in which this scene went; none where it went nowhere. */
function evidenceOf(met: readonly Happening[], other: string, now: number): readonly string[] {
  const shows = met.filter((move) => (move.words !== '' || move.deed !== '') && WEIGHT[kindOfMove(move)] * now > 0);
  const [first, ...rest] = shows;
  if (first === undefined) return [];
  const most = rest.reduce(
    (one, two) => (Math.abs(WEIGHT[kindOfMove(two)]) >= Math.abs(WEIGHT[kindOfMove(one)]) ? two : one),
    first,
  );
  return [`It weighs that ${other} ${most.words === '' ? most.deed : `said "${phraseOf(most)}"`}.`];
}

function investmentsIn({ lines, names }: Direction): readonly string[] {
  const times = ['stage.dating.for', 'stage.together.for', 'known.for'] as const;
  const areYears = times.some((name) => lines(name).some(({ time = '' }) => /^\d+ years\./.test(`${time}.`)));
  return [areYears ? `Years together hold ${names.A} and ${names.B}.` : 'No evidence for investments.'];
}

function alternativesIn(own: readonly Happening[], name: string): readonly string[] {
  const said = own.find(({ words }) => /\b(?:somebody else|someone else|on my own|alone)\b/i.test(words));
  return [said ? `"${phraseOf(said)}" shows that ${name} looks at alternatives.` : 'No evidence for alternatives.'];
}

/** Bends a score so that the ends of the scale are reached slowly. */
function bent(score: number): number {
  return Math.max(0, Math.min(10, 5 + 5 * Math.tanh((score - 5) / 5)));
}

function mean(moves: readonly Happening[]): number {
  return moves.length === 0 ? 0 : moves.reduce((sum, move) => sum + WEIGHT[kindOfMove(move)], 0) / moves.length;
}

/** The one who was the first to end it; undefined if nobody has. */
function whoLeft({ story, names, happened }: Direction): Partner | undefined {
  const did = (summary: string, partner: Partner) => partOf(summary, names[partner], names[otherPartner(partner)]);
  const before = story.flatMap(({ summary }) =>
    PARTNERS.filter((partner) => kindOfTone(mainTone(did(summary, partner))) === 'ending'),
  );
  return before[0] ?? happened.find((move) => kindOfMove(move) === 'ending')?.partner;
}

/** Effect of an earlier scene on one of the two: how it ended, and what the other one did in it. */
function effectOf(summary: string, other: string, name: string): number {
  return AFTER[endingIn(summary)] + KEPT * WEIGHT[kindOfTone(mainTone(partOf(summary, other, name)))];
}

/** Treatment in an earlier scene that showed in its score at once and no longer does, as far as its summary tells. */
function momentIn(summary: string, other: string, name: string): number {
  return summary === '' ? 0 : AT_ONCE.met * WEIGHT[kindOfTone(mainTone(partOf(summary, other, name)))];
}

/** Part of a summary that tells what one of the two did. */
function partOf(summary: string, doer: string, other: string): string {
  const begins = new RegExp(`(?:^|[.!?"] )${escapePattern(doer)} `, 'u').exec(summary);
  if (!begins) return '';
  const [until = ''] = summary.slice(begins.index + 1).split(new RegExp(`[.!?"] (?=${escapePattern(other)} )`, 'u'));
  return until;
}

function unspokenBalance({ lines }: Direction): number {
  const text = lines('thought.felt')
    .map(({ emotions = '' }) => emotions)
    .join('\n');
  const count = (emotions: RegExp) => text.match(emotions)?.length ?? 0;
  const warm = count(/\b(joy|trust) \((strongly|clearly)\)/g);
  const cold = count(/\b(anger|disgust|sadness|fear) \((strongly|clearly)\)/g);
  return warm + cold === 0 ? 0 : (warm - cold) / (warm + cold);
}
