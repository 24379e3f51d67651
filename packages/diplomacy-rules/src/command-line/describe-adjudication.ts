import { explainOutcome } from '../judge/explain-outcome.js';
import { formatOrder } from '../notation/format-order.js';
import type { Adjudication } from '../values/adjudication.js';
import type { Outcome } from '../values/outcome.js';
import type { Position } from '../values/position.js';
import type { Power } from '../values/power.js';
import { POWERS } from '../values/power.js';
import type { Situation } from './read-situation.js';
import { wrapLine } from './wrap-line.js';

/** Describes a judged phase in lines: the outcome of each order with its reasons, then the next position. */
export function describeAdjudication(
  situation: Situation,
  adjudication: Adjudication,
  columns: number | undefined,
): readonly string[] {
  const widths = [widest(adjudication.outcomes.map(orderOf)), widest(adjudication.outcomes.map(wordsOf))] as const;
  const wrap = (indent: number) => (line: string) => wrapLine(line, { columns, indent });
  const orders = POWERS.flatMap((power) => {
    const outcomes = adjudication.outcomes.filter((outcome) => outcome.power === power).map((outcome) => rowOf(outcome, widths));
    const unread = refusalsOf(situation, power);
    if (outcomes.length + unread.length === 0) return [];
    return ['', power, ...outcomes.flatMap(wrap(widths[0] + widths[1] + 6)), ...unread.flatMap(wrap(4))];
  });
  const facts = factsOf(adjudication).flatMap(wrap(2));
  const next = describePosition(adjudication.next).flatMap(wrap(4 + widest(POWERS)));
  return [adjudication.phase, ...orders, ...(facts.length > 0 ? ['', ...facts] : []), '', ...next];
}

const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => text.length));

const orderOf = ({ order }: Outcome): string => formatOrder(order);

function wordsOf({ results, order }: Outcome): string {
  if (results.length > 0) return results.join(', ');
  return order.kind === 'hold' ? 'holds' : 'succeeds';
}

const rowOf = (outcome: Outcome, [first, second]: readonly [number, number]): string =>
  `  ${orderOf(outcome).padEnd(first)}  ${wordsOf(outcome).padEnd(second)}  ${explainOutcome(outcome)}`;

const refusalsOf = ({ refused }: Situation, power: Power): readonly string[] =>
  refused
    .filter((entry) => entry.power === power)
    .map(({ refusal: { text, message, suggestion } }) => {
      const hint = suggestion === undefined ? '' : ` Perhaps ${suggestion}?`;
      return `  "${text.slice(0, 60)}" is not understood: ${message}${hint}`;
    });

function factsOf({ dislodged, contested, captures }: Adjudication): readonly string[] {
  return [
    ...dislodged.map(({ power, unit, by, retreats }) => {
      const way = retreats.length === 0 ? ' and cannot retreat' : `; it may retreat to ${retreats.join(', ')}`;
      return `${power} ${unit} is dislodged by ${by.power} ${by.unit}${way}.`;
    }),
    ...(contested.length === 0 ? [] : [`Nobody may retreat to ${contested.join(', ')}: there was a standoff.`]),
    ...captures.map(({ center, from, to }) => `${to} takes ${center}${from === null ? '' : ` from ${from}`}.`),
  ];
}

/** Describes a position: the phase, and the units and centres of each power that has any. */
function describePosition({ phase, units, centers, retreats, result }: Position): readonly string[] {
  const powers = POWERS.flatMap((power) => {
    const dislodged = Object.entries(retreats[power]).map(([unit, places]) => `*${unit} (may retreat to ${places.join(', ')})`);
    const all = [...units[power], ...dislodged];
    const count = centers[power].length;
    if (all.length + count === 0) return [];
    const owned = count === 0 ? '' : `; ${count} ${count === 1 ? 'centre' : 'centres'}: ${centers[power].join(' ')}`;
    return [`  ${power.padEnd(widest(POWERS))}  ${all.length === 0 ? 'no units' : all.join(', ')}${owned}`];
  });
  const end = result && (result.kind === 'solo' ? `, won by ${result.winner}` : `, drawn by ${result.powers.join(', ')}`);
  return [`Next: ${phase}${end ?? ''}`, ...powers];
}
