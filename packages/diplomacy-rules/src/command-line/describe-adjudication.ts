import { explainOutcome } from '../judge/explain-outcome.js';
import { formatOrder } from '../notation/format-order.js';
import type { Adjudication } from '../values/adjudication.js';
import type { Outcome } from '../values/outcome.js';
import type { Position } from '../values/position.js';
import { POWERS } from '../values/power.js';
import type { Situation } from './read-situation.js';

/** A judged phase as a person reads it, line by line: what became of each order and why, then the next position. */
export function describeAdjudication({ refused }: Situation, adjudication: Adjudication): readonly string[] {
  const { phase, outcomes, dislodged, contested, captures, next } = adjudication;
  const texts = outcomes.map(({ order }) => formatOrder(order));
  const width = Math.max(0, ...texts.map((text) => text.length));
  const results = outcomes.map(wordsOf);
  const resultWidth = Math.max(0, ...results.map((words) => words.length));
  const lineOf = (outcome: Outcome, i: number) =>
    `  ${(texts[i] ?? '').padEnd(width)}  ${(results[i] ?? '').padEnd(resultWidth)}  ${explainOutcome(outcome)}`.trimEnd();
  const lines: string[] = [phase];
  for (const power of POWERS) {
    const own = outcomes.flatMap((outcome, i) => (outcome.power === power ? [lineOf(outcome, i)] : []));
    const unread = refused.filter((entry) => entry.power === power);
    const complaints = unread.map(({ refusal: { text, message, suggestion } }) => {
      const hint = suggestion === undefined ? '' : ` Perhaps ${suggestion}?`;
      return `  "${text.slice(0, 60)}" is not understood: ${message}${hint}`;
    });
    if (own.length + complaints.length > 0) lines.push('', power, ...own, ...complaints);
  }
  const facts = [
    ...dislodged.map(
      ({ power, unit, by, retreats }) =>
        `${power} ${unit} is dislodged by ${by.power} ${by.unit}${retreats.length === 0 ? ' and cannot retreat' : `; it may retreat to ${retreats.join(', ')}`}.`,
    ),
    ...(contested.length === 0 ? [] : [`Nobody may retreat to ${contested.join(', ')}: there was a standoff.`]),
    ...captures.map(({ center, from, to }) => `${to} takes ${center}${from === null ? '' : ` from ${from}`}.`),
  ];
  if (facts.length > 0) lines.push('', ...facts);
  return [...lines, '', ...describePosition(next)];
}

const wordsOf = ({ results, order }: Outcome): string => {
  if (results.length > 0) return results.join(', ');
  return order.kind === 'hold' ? 'holds' : 'succeeds';
};

/** A position: the phase, and for each power that has anything its units and centres. */
function describePosition({ phase, units, centers, retreats, result }: Position): readonly string[] {
  const width = Math.max(...POWERS.map((power) => power.length));
  const powers = POWERS.flatMap((power) => {
    const all = [
      ...units[power],
      ...Object.entries(retreats[power]).map(([unit, places]) => `*${unit} (may retreat to ${places.join(', ')})`),
    ];
    const count = centers[power].length;
    if (all.length + count === 0) return [];
    const owned = count === 0 ? '' : `; ${count} ${count === 1 ? 'centre' : 'centres'}: ${centers[power].join(' ')}`;
    return [`  ${power.padEnd(width)}  ${all.length === 0 ? 'no units' : all.join(', ')}${owned}`];
  });
  const end = result && (result.kind === 'solo' ? `, won by ${result.winner}` : `, drawn by ${result.powers.join(', ')}`);
  return [`Next: ${phase}${end ?? ''}`, ...powers];
}
