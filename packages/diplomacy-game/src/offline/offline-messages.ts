import type { Power } from '@entente/diplomacy-rules';
import type { OfflineRequest } from '@entente/llm-clients';
import { type Agreement, agreementsOf, withStatus } from './agreements.js';
import { lastConduct } from './conduct.js';
import { sayInPublic, sayOpener, sayWarning } from './courtesies.js';
import { type Deal, dealKey } from './deal.js';
import { messagesInWords } from './plain-words.js';
import { pickByWeight } from './pick.js';
import { type Reading, readPrompt } from './read-prompt.js';
import { sketchOrders } from './offline-plan.js';
import { type Act, sayAct } from './speech-acts.js';
import { type Stance, stanceOf } from './stance.js';
import { isAlive, leaderOf } from './surroundings.js';
import { type Idea, thinkOfDeals } from './think-of-deals.js';
import { weighDeal } from './weigh-deal.js';

/** Content of a message, before it has words. */
interface Said {
  readonly other: Power;
  readonly act: Act;
  readonly deal: Deal;
}

/** Number of centres from which the leader is a topic for everybody. */
const TALKED_ABOUT = 7;

/**
 * Writes the messages of a power in a round. First it answers questions; in the first round it also comes back to promises of the phase
 * before; then it makes proposals to its neighbours, fewer from round to round. It is done once it proposes nothing new.
 */
export function offlineMessages(request: OfflineRequest, random: () => number): string {
  const reading = readPrompt(request);
  const { board, self } = reading;
  const phase = board?.phase ?? [...reading.press.keys()].at(-1) ?? '';
  const press = reading.press.get(phase) ?? [];
  const stance = stanceOf(reading);
  const sketch = sketchOrders(reading, random);
  const agreements = agreementsOf(press, self, board);
  const round = reading.rounds > 0 ? reading.roundsHeld + 1 : 1 + Math.max(0, ...press.map((line) => line.round));
  const ideas = thinkOfDeals(reading, stance, sketch);
  const mind: Mind = { reading, stance, sketch, round, ideas, known: new Set(agreements.map(keyOf)) };
  const answers = answerAll(agreements, mind, random);
  const proposals = propose(mind, answers, random);
  const said: readonly Said[] = [...(round === 1 ? reckonings(reading, random) : []), ...answers, ...proposals];
  const others = [...new Set(said.map(({ other }) => other))];
  const messages: { recipient: string; text: string }[] = others.map((other) => ({
    recipient: other,
    text: wordsFor(
      said.filter((each) => each.other === other),
      { self, stance, round },
      random,
    ),
  }));
  const publicWords = inPublic(reading, stance, { round, random });
  if (publicWords !== null) messages.push({ recipient: 'GLOBAL', text: publicWords });
  const isLastRound = reading.rounds > 0 && round >= reading.rounds;
  const done = isLastRound || said.every(({ act }) => act !== 'propose');
  return reading.wantsPlainWords ? messagesInWords({ messages, done }) : JSON.stringify({ messages, done });
}

interface Mind {
  readonly round: number;
  readonly ideas: readonly Idea[];
  /** Deals that were mentioned in this phase, as keys of `keyOf`. */
  readonly known: ReadonlySet<string>;
  readonly reading: Reading;
  readonly stance: Stance;
  readonly sketch: readonly string[];
}

const keyOf = ({ other, deal }: Pick<Said, 'other' | 'deal'>): string => `${other} ${dealKey(deal)}`;

/** Answers all open proposals, each in view of earlier agreements. */
function answerAll(agreements: readonly Agreement[], mind: Mind, random: () => number): readonly Said[] {
  const promised: Pick<Said, 'other' | 'deal'>[] = [...withStatus(agreements, 'agreed')];
  return withStatus(agreements, 'asked').flatMap((asked) => {
    // A yes to both sides of a war would deceive one of them.
    const isDouble = promised.some((promise) => areAtOdds(promise, asked));
    const said = answer(asked, mind, { willing: isDouble ? 1 - mind.stance.temper.loyalty : 1, random });
    promised.push(...said.filter(({ act }) => act === 'accept'));
    return said;
  });
}

/** Whether one deal is with the power that the other deal is against. */
const areAtOdds = (one: Pick<Said, 'other' | 'deal'>, two: Pick<Said, 'other' | 'deal'>): boolean =>
  (one.deal.kind === 'alliance' && one.deal.against === two.other) ||
  (two.deal.kind === 'alliance' && two.deal.against === one.other);

/** Writes a yes, or a no that sometimes comes with another proposal. */
function answer(
  { other, deal }: Agreement,
  mind: Mind,
  { willing, random }: { readonly willing: number; readonly random: () => number },
): readonly Said[] {
  if (random() < willing * weighDeal(deal, other, mind)) return [{ other, act: 'accept', deal }];
  const refusal: Said = { other, act: 'refuse', deal };
  if (mind.stance.regard(other) < 0 || random() > (mind.round <= 2 ? 0.35 : 0.08)) return [refusal];
  const ideas = mind.ideas.filter((idea) => idea.other === other && !mind.known.has(keyOf(idea)));
  const counter = pickByWeight(ideas, ({ weight }) => weight, random);
  return counter === undefined ? [refusal] : [refusal, { other, act: 'propose', deal: counter.deal }];
}

/** Makes new proposals: in the first round by talkativeness, in the second hardly any, later none. */
function propose(
  { reading, stance, ideas, known, round }: Mind,
  answers: readonly Said[],
  random: () => number,
): readonly Said[] {
  const isLastRound = reading.rounds > 1 && round >= reading.rounds;
  // In the last round nobody can answer any more.
  const wish = isLastRound
    ? 0
    : round === 1
      ? 1.5 + 3.5 * stance.temper.chattiness
      : round === 2
        ? stance.temper.chattiness * 0.7
        : 0;
  let left = Math.floor(wish + random());
  const taken = new Set([...known, ...answers.map(keyOf)]);
  const counts = new Map<Power, number>();
  const proposals: Said[] = [];
  for (; left > 0; left -= 1) {
    const open = ideas.filter(
      ({ other, deal }) => !taken.has(keyOf({ other, deal })) && !contradicts(deal, other, [...proposals, ...answers]),
    );
    const idea = pickByWeight(open, ({ other, weight }) => weight / (1 + 2 * (counts.get(other) ?? 0)), random);
    if (idea === undefined) break;
    const { other, deal } = idea;
    taken.add(keyOf(idea));
    counts.set(other, (counts.get(other) ?? 0) + 1);
    proposals.push({ other, act: 'propose', deal });
  }
  return proposals;
}

/** Whether a deal asks the same unit for two things, or shares out a centre twice. */
function contradicts(deal: Deal, other: Power, said: readonly Said[]): boolean {
  return said.some((each) => {
    if (each.act === 'refuse') return false;
    if (deal.kind === 'order' && each.deal.kind === 'order') return deal.order.slice(0, 5) === each.deal.order.slice(0, 5);
    if (deal.kind === 'share' && each.deal.kind === 'share') return each.other === other;
    return false;
  });
}

/** Comments on promises of the phase before. */
function reckonings(reading: Reading, random: () => number): readonly Said[] {
  return (lastConduct(reading)?.others ?? [])
    .filter(({ power }) => reading.board === null || isAlive(reading.board, power))
    .flatMap(({ power: other, kept, broken }): readonly Said[] => {
      const worst = broken[0];
      if (worst !== undefined) return random() < 0.85 ? [{ other, act: 'claim', deal: worst.deal }] : [];
      // A quiet border is thanked for less often than a deed.
      const best = kept.find(({ deal }) => deal.kind !== 'peace') ?? kept[0];
      if (best === undefined || random() > (best.deal.kind === 'peace' ? 0.12 : 0.45)) return [];
      return [{ other, act: 'thank', deal: best.deal }];
    });
}

function wordsFor(
  said: readonly Said[],
  { self, stance, round }: { readonly self: Power; readonly stance: Stance; readonly round: number },
  random: () => number,
): string {
  const recipient = said[0]?.other ?? self;
  const opener = random() < (round === 1 ? 0.75 : 0.25) ? [sayOpener(recipient, random)] : [];
  const sentences = said.map(({ act, deal }) => sayAct({ act, deal, sender: self, recipient }, random));
  const { target } = stance;
  const mayWarn = target !== null && target !== recipient && stance.regard(recipient) >= 0;
  const warning = mayWarn && random() < 0.18 ? [sayWarning(target, random)] : [];
  return [...opener, ...sentences, ...warning].join(' ');
}

function inPublic(
  { board, self }: Reading,
  { temper }: Stance,
  { round, random }: { readonly round: number; readonly random: () => number },
): string | null {
  if (board === null || round > 1) return null;
  const leader = leaderOf(board);
  const isTopic = leader.power !== self && leader.count >= TALKED_ABOUT;
  const chance = isTopic ? 0.25 + 0.3 * temper.chattiness : 0.16 * temper.chattiness;
  return random() < chance ? sayInPublic(isTopic ? leader : null, random) : null;
}
