import { type Power, POWERS } from '@entente/diplomacy-rules';
import type { OfflineRequest } from '@entente/llm-clients';
import { RELATIONSHIPS } from '../state/index.js';
import { chooseSides } from './choose-sides.js';
import { lastConduct } from './conduct.js';
import { goalsInWords } from './goals-in-words.js';
import { judgedRelationships, stepRelationship } from './judged-relationships.js';
import { powerTitle } from './phrase-pattern.js';
import { replyInForm } from './plain-words.js';
import { readPrompt } from './read-prompt.js';
import { stanceOf } from './stance.js';
import { isAlive, leaderOf } from './surroundings.js';
import { creedIn, drawCreed } from './temper.js';

/** Number of centres, in total and more than one's own, from which a power is a danger to all. */
const DANGER = { centers: 9, ahead: 2 } as const;

/** Updates goals and relationships of a power: by the deeds of others, and by the lead of a power that runs away with the game. */
export function offlineStateUpdate(request: OfflineRequest, random: () => number): string {
  const reading = readPrompt(request);
  const { board, self, briefing, goals, relationships: before } = reading;
  const { changed, reasons } = judgedRelationships(reading, lastConduct(reading)?.others ?? [], random);
  const relationships = { ...changed };
  const said = [...reasons];
  const stance = stanceOf(reading);
  if (board === null) return replyInForm(reading, { note: sentence(said), goals, relationships });
  const leader = leaderOf(board);
  if (
    leader.power !== self &&
    leader.count >= DANGER.centers &&
    leader.count >= board.centers[self].length + DANGER.ahead &&
    random() < 0.6
  ) {
    const from = relationships[leader.power] ?? before[leader.power] ?? 'Neutral';
    relationships[leader.power] = stepRelationship(from, -1);
    said.push(`${powerTitle(leader.power)} has become too large`);
  }
  const regard = (power: Power) => RELATIONSHIPS.indexOf(relationships[power] ?? before[power] ?? 'Neutral') - 2;
  const sides = chooseSides({ board, self, regard, before: { target: stance.target, partner: stance.partner } }, random);
  if (sides.target !== stance.target && sides.target !== null) said.push(`${powerTitle(sides.target)} is the better aim now`);
  const creed = creedIn(goals)?.text ?? drawCreed(briefing, random);
  const all = POWERS.filter((power) => power !== self && isAlive(board, power)).map(
    (power) => [power, relationships[power] ?? before[power] ?? 'Neutral'] as const,
  );
  return replyInForm(reading, {
    note: sentence(said),
    goals: goalsInWords({ board, self, ...sides, creed }, random),
    relationships: Object.fromEntries(all),
  });
}

const sentence = (reasons: readonly string[]): string =>
  reasons.length === 0 ? 'Nothing that happened changes my mind.' : `${reasons.join('; ')}.`;
