import { cutText, type OfflineRequest } from '@entente/llm-clients';
import { type Power, POWERS, provinceOf } from '@entente/diplomacy-rules';
import { powerTitle, provinceTitle } from './phrase-pattern.js';
import { pick } from './pick.js';
import { goalOf } from './read-order-text.js';
import { type PlayedOrder, type Reading, readPrompt } from './read-prompt.js';

/** Tells a phase to spectators: gains, bounces, words and deeds. */
export function offlineSummary(request: OfflineRequest, random: () => number): string {
  const reading = readPrompt(request);
  const phase = [...reading.happened.keys()].at(-1) ?? '';
  const orders = reading.happened.get(phase) ?? [];
  if (orders.length === 0) return `${phase === '' ? 'In this phase' : phase} nobody stirs.`;
  const attacks = orders.filter((order) => order.kind === 'move' && victimOf(order, reading) !== undefined);
  const dislodged = orders.filter(({ results }) => results.includes('dislodged'));
  const gains = orders.filter(
    (order) =>
      order.kind === 'move' && order.results.length === 0 && reading.board?.neutral.includes(goalOf(order) ?? '') === true,
  );
  return [
    pick(OPENINGS, random).replace('{phase}', phase),
    ...gains
      .slice(0, 4)
      .map(
        (order) =>
          `${powerTitle(order.power)} ${pick(['walks into', 'marches into', 'helps itself to'], random)} ${nameOf(goalOf(order))}.`,
      ),
    ...attacks.slice(0, 5).map((order) => attackSentence(order, reading, random)),
    ...dislodged
      .slice(0, 3)
      .map(({ power, unit }) => `${powerTitle(power)} is thrown out of ${nameOf(provinceOf(unit.slice(2)))}.`),
    ...lettersSentence(reading, phase, random),
    ...(gains.length + attacks.length === 0 ? [pick(CALM, random)] : []),
    pick(ENDINGS, random),
  ].join(' ');
}

const OPENINGS = ['{phase}: the units set out.', 'The orders of {phase} are opened.', 'In {phase} Europe shows its hand.'];
const CALM = ['Hardly a border moves.', 'Everybody waits for somebody else.'];
const ENDINGS = [
  'The envoys are already writing again.',
  'What it is worth the next season will tell.',
  'Nobody believes that this was the end of it.',
];

function attackSentence(order: PlayedOrder, reading: Reading, random: () => number): string {
  const victim = victimOf(order, reading);
  const whom = victim === undefined ? '' : ` against ${powerTitle(victim)}`;
  const end = order.results.includes('bounce')
    ? pick(['and is thrown back', 'in vain'], random)
    : pick(['and gets through', 'with success'], random);
  return `${powerTitle(order.power)} strikes at ${nameOf(goalOf(order))}${whom}, ${end}.`;
}

function victimOf(order: PlayedOrder, { board }: Reading): Power | undefined {
  const goal = goalOf(order) ?? '';
  const victim = board?.occupants.get(goal)?.power ?? board?.owners.get(goal);
  return victim === order.power ? undefined : victim;
}

function lettersSentence({ press }: Reading, phase: string, random: () => number): readonly string[] {
  const letters = press.get(phase) ?? [];
  if (letters.length === 0) return [];
  const count = (power: Power) => letters.filter(({ sender }) => sender === power).length;
  const busiest = POWERS.reduce((most, power) => (count(power) > count(most) ? power : most));
  const quoted = pick(letters, random);
  const words = quoted.text.length > 160 ? `${cutText(quoted.text, 157)}...` : quoted.text;
  return [
    `${letters.length} letters went before, most of them from ${powerTitle(busiest)}.`,
    `"${words}" wrote ${powerTitle(quoted.sender)} to ${quoted.recipient === 'GLOBAL' ? 'everybody' : powerTitle(quoted.recipient)}.`,
  ];
}

const nameOf = (province: string | undefined): string => provinceTitle(province ?? '');
