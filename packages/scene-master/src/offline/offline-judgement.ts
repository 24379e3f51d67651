import type { OfflineRequest } from '@entente/llm-clients';
import { type CommitmentJudgement, otherPartner, type Partner } from '@entente/relationship';
import { pickFrom, readTone, toneBalance } from '@entente/relationship/offline';
import { readDirection } from './read-direction.js';

const RISING = [
  '{name} was met when it counted, and answers in kind; leaving would cost more today than it did yesterday.',
  'Satisfaction has grown: {name} reaches out rather than waits, and speaks of later as something shared.',
];
const FALLING = [
  '{name} gives less and expects less; being alone has begun to look restful.',
  'What {name} needs was not to be had in this scene, and the hurt goes to the count of those before it.',
];
const HOLDING = [
  '{name} stays, more from what has been built than from what this evening gave.',
  'Investments hold {name} here; satisfaction neither grew nor fell.',
];

/**
 * Scores commitment. The score starts from the persona, moves with the outcome of each earlier scene, and moves most with the actions of
 * this scene, where the other partner's count more than one's own.
 */
export function offlineJudgement(request: OfflineRequest, random: () => number): CommitmentJudgement {
  const direction = readDirection(request);
  const partner: Partner = direction.task.startsWith('RATE THE COMMITMENT OF PARTNER B') ? 'B' : 'A';
  const name = direction.names[partner];
  const persona = direction.personas[partner];
  const past = direction.story.reduce((sum, line) => sum + pull(toneBalance(readTone(line))), 0);
  const given = toneBalance(readTone(direction.deeds[otherPartner(partner)].join('\n')));
  const own = toneBalance(readTone(direction.deeds[partner].join('\n')));
  const felt = unspokenBalance(direction.task);
  const now = 0.9 * given + 0.5 * own + 0.4 * felt;
  const score = baseline(persona) + past + now + (random() - 0.5) * 0.5;
  const reasons = now > 0.3 ? RISING : now < -0.3 ? FALLING : HOLDING;
  const deed = direction.deeds[otherPartner(partner)].at(-1);
  const evidence = deed ? ` That ${direction.names[otherPartner(partner)]} chose to ${deed} weighs in it.` : '';
  return {
    reasoning: `${pickFrom(reasons, random).replaceAll('{name}', name)}${evidence}`,
    score: Math.round(10 * (5 + 5 * Math.tanh((score - 5) / 5))) / 10,
  };
}

/** Effect of an earlier scene on the score: harm weighs more than good, as it does with people. */
function pull(balance: number): number {
  return balance >= 0 ? 0.35 * balance : 0.55 * balance;
}

function baseline(persona: string): number {
  const count = (words: RegExp) => persona.match(words)?.length ?? 0;
  const lean =
    count(/\b(loyal|devoted|steady|trust\w*|patien\w*|famil\w*|promise\w*|home)\b/gi) -
    count(/\b(guarded|alone|independen\w*|escape\w*|restless|distance|free|leave\w*)\b/gi);
  return 6.2 + Math.max(-1.4, Math.min(1.4, lean * 0.3));
}

function unspokenBalance(task: string): number {
  const count = (emotions: RegExp) => task.match(emotions)?.length ?? 0;
  const warm = count(/\b(strong|clear) (joy|acceptance)\b/g);
  const cold = count(/\b(strong|clear) (anger|disgust|sadness|fear)\b/g);
  return warm + cold === 0 ? 0 : (warm - cold) / (warm + cold);
}
