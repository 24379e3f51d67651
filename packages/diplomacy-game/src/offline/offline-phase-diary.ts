import type { Power } from '@entente/diplomacy-rules';
import type { OfflineRequest } from '@entente/llm-clients';
import type { Agreement } from './agreements.js';
import { type Conduct, lastConduct } from './conduct.js';
import { sayDeal } from './deal-phrases.js';
import { powerTitle, provinceTitle } from './phrase-pattern.js';
import { pick } from './pick.js';
import { readPrompt } from './read-prompt.js';
import { leaderOf } from './surroundings.js';

/** Writes a diary entry about a phase: gains and losses, attackers, helpers, and kept or broken promises. */
export function offlinePhaseDiary(request: OfflineRequest, random: () => number): string {
  const reading = readPrompt(request);
  const { self, board } = reading;
  const conduct = lastConduct(reading);
  if (conduct === null) return pick(['Nothing is known of this phase.', 'I have no record of what happened.'], random);
  const own = conduct.orders.filter(({ power }) => power === self);
  const failed = own.filter(({ results }) => results.length > 0);
  const worked = own.filter(({ kind, results }) => results.length === 0 && kind === 'move');
  const leader = board === null ? null : leaderOf(board);
  return [
    worked.length > 0
      ? `${pick(WENT_WELL, random)} ${worked.map(({ text }) => text).join(', ')}.`
      : 'None of my units got anywhere.',
    ...(failed.length > 0
      ? [`${pick(WENT_WRONG, random)} ${failed.map(({ text, results }) => `${text} (${results.join(', ')})`).join(', ')}.`]
      : []),
    ...conduct.others.flatMap((other) => sentencesAbout(other, self, random)),
    ...conduct.ownBroken
      .slice(0, 2)
      .map(
        ({ other, deal }) =>
          `I did not keep to ${powerTitle(other)} that ${sayDeal(deal, { sender: self, recipient: other }, random)}.`,
      ),
    ...(leader !== null && board !== null
      ? [
          `I have ${board.centers[self].length} centres; ${leader.power === self ? 'nobody has more' : `${powerTitle(leader.power)} leads with ${leader.count}`}.`,
        ]
      : []),
  ].join(' ');
}

const WENT_WELL = ['This worked:', 'Done as written:', 'The moves that came through:'];
const WENT_WRONG = ['This did not:', 'Stopped:', 'It failed with'];

function sentencesAbout(
  { power, attacked, supported, kept, broken }: Conduct,
  self: Power,
  random: () => number,
): readonly string[] {
  const name = powerTitle(power);
  const say = ({ deal }: Agreement) => sayDeal(deal, { sender: self, recipient: power }, random);
  return [
    ...(attacked.length > 0
      ? [`${name} ${pick(['came at', 'moved on', 'reached for'], random)} ${attacked.map(provinceTitle).join(' and ')}.`]
      : []),
    ...(supported.length > 0 ? [`${name} helped me with ${supported.join(', ')}.`] : []),
    ...broken.map((agreement) => `${name} broke it that ${say(agreement)}.`),
    ...kept.slice(0, 2).map((agreement) => `${name} kept it that ${say(agreement)}.`),
  ];
}
