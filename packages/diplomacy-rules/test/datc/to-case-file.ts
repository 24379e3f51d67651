import type { Power, Unit } from '../../src/index.js';
import type { DatcCase, OfPowers } from './datc-case.js';

/** Converts a row of the table to an entry of a file of cases, for `runCase`. */
export function toCaseFile(row: DatcCase): Readonly<Record<string, unknown>> {
  const { id, phase = 'S1901M', units, centers, retreat } = row;
  const lines = entriesOf(row.orders).flatMap(([power, texts]) => texts.map((text) => ({ power, ...readLine(text) })));
  const isAdjustment = phase.endsWith('A');
  return {
    id,
    phase,
    units,
    ...(centers !== undefined && { centers }),
    orders: Object.fromEntries(
      entriesOf(row.orders).map(([power]) => [power, lines.flatMap((line) => (line.power === power ? (line.order ?? []) : []))]),
    ),
    expected: {
      units: row.after,
      ...(!isAdjustment && { dislodged: toDislodged(row) }),
      ...(row.source === undefined && {
        orders: lines,
        ...(!isAdjustment && { contested: row.contested ?? [], paradoxConvoys: row.paradoxConvoys ?? [] }),
      }),
    },
    ...(retreat !== undefined && {
      retreat: {
        phase: 'S1901R',
        orders: retreat.orders,
        expected: {
          units: retreat.after,
          retreated: entriesOf(retreat.retreated ?? {}).flatMap(([power, ways]) =>
            Object.entries(ways).map(([unit, to]) => ({ power, unit, to })),
          ),
          disbanded: entriesOf(retreat.disbanded ?? {}).flatMap(([power, lost]) => lost.map((unit) => ({ power, unit }))),
        },
      },
    }),
  };
}

/** Boards from other adjudicators only list dislodged units, as pairs. */
function toDislodged({ source, dislodged = {} }: DatcCase): unknown {
  if (source === undefined) return dislodged;
  return entriesOf(dislodged as OfPowers<readonly Unit[]>).flatMap(([power, lost]) => lost.map((unit) => [power, unit]));
}

function readLine(line: string): {
  readonly order: string | null;
  readonly unit?: string;
  readonly results: readonly string[];
  readonly civilDisorder?: string;
} {
  const [, text = line, inBrackets] = /^(.*?)(?: \(([a-z, ]+)\))?$/.exec(line) ?? [];
  const unit = text.split(' ').slice(0, 2).join(' ');
  if (inBrackets === 'civil disorder') return { order: null, civilDisorder: unit, results: [] };
  return { order: text === unit ? null : text, unit, results: inBrackets?.split(', ') ?? [] };
}

const entriesOf = <T>(ofPowers: OfPowers<T>): readonly (readonly [Power, T])[] =>
  Object.entries(ofPowers).map(([power, value]) => [power as Power, value]);
