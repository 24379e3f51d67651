import { adjudicate } from '../judge/adjudicate.js';
import { rulebookOf } from '../rules-options.js';
import type { Adjudication } from '../values/adjudication.js';
import { checkPosition } from '../values/check-position.js';
import { parsePhase } from '../values/phase.js';
import type { Position } from '../values/position.js';
import type { Rulebook } from '../values/rulebook.js';
import type { Unit } from '../values/unit.js';
import { compareOutcomes } from './compare-outcomes.js';
import { compareLists, compareUnits } from './compare-units.js';
import { JsonPlace } from './json-place.js';
import { readCase } from './read-case.js';
import type { ExpectedPhase, ExpectedRetreats, RulesCase } from './rules-case.js';
import { byPower } from './rules-case.js';
import { readTexts } from './texts-of-case.js';

/** Result of a case. */
export interface CaseResult {
  readonly id: string;
  readonly passed: boolean;
  /** A sentence for each difference from the expected result. */
  readonly differences: readonly string[];
  /** The convention that the entry depends on, if it is not the one followed here. Differences are then expected. */
  readonly otherConvention?: string | undefined;
}

/** Options of `runCase`. */
export interface RunCaseOptions {
  /** @default RULEBOOKS['2023'], whose conventions the known files of cases follow. */
  readonly rulebook?: Rulebook | undefined;
}

/**
 * Judges one entry of a file of cases (the DATC's, those of other engines, random boards) on the standard map, and compares everything that
 * the entry expects: units, dislodgements with their retreats, standoffs, paradoxes, each order's results, and the retreats after it. If it
 * has another expectation for rulebooks that let an army walk after a failed convoy, that one counts for them.
 * @throws {InvalidFileError} If the entry does not have the shape of a case.
 * @throws {InvalidPositionError} If its units cannot stand like that.
 */
export function runCase(value: unknown, options: RunCaseOptions = {}): CaseResult {
  const rulesCase = readCase(value);
  const { expected, retreat } = rulesCase;
  const position = positionOf(rulesCase);
  const rulebook = rulebookOf(options);
  const texts = readTexts(position, rulesCase.orders);
  const adjudication = adjudicate(position, texts.orders, { rulebook });

  const { unitsUnderLandFallback } = rulesCase;
  if (unitsUnderLandFallback !== undefined && rulebook.landFallback !== 'none') {
    return toResult(rulesCase, compareUnits('afterwards', unitsUnderLandFallback, adjudication.next.units));
  }
  return toResult(rulesCase, [
    ...compareUnits('afterwards', expected.units, adjudication.next.units),
    ...(expected.dislodged === undefined ? [] : compareDislodged(expected, adjudication)),
    ...(expected.contested === undefined ? [] : compareLists('Contested', expected.contested, adjudication.contested)),
    ...(expected.paradoxConvoys === undefined
      ? []
      : compareLists('Convoys stopped by a paradox', expected.paradoxConvoys, adjudication.paradoxConvoys)),
    ...(expected.outcomes === undefined ? [] : compareOutcomes(expected.outcomes, { adjudication, texts })),
    ...(retreat === undefined ? [] : runRetreat(retreat, adjudication, rulebook)),
  ]);
}

const toResult = ({ id, otherConvention }: RulesCase, differences: readonly string[]): CaseResult => ({
  id,
  passed: differences.length === 0,
  differences,
  otherConvention,
});

function positionOf({ phase, units, centers }: RulesCase): Position {
  if (parsePhase(phase)?.type === 'R') new JsonPlace(phase, 'phase').fail('a phase of movement or adjustments');
  const position: Position = {
    phase,
    units: byPower((power) => units[power] ?? []),
    centers: byPower((power) => centers[power] ?? []),
    retreats: byPower(() => ({})),
  };
  checkPosition(position);
  return position;
}

function compareDislodged(
  { dislodged: expected = [], mayOmitUnitsWithoutRetreats = false }: ExpectedPhase,
  { dislodged }: Adjudication,
): readonly string[] {
  const name = ({ power, unit }: { readonly power: string; readonly unit: Unit }) => `${power} ${unit}`;
  const listed = expected.map(name);
  const compared = dislodged.filter(
    (unit) => !mayOmitUnitsWithoutRetreats || unit.retreats.length > 0 || listed.includes(name(unit)),
  );
  return [
    ...compareLists('Dislodged', listed, compared.map(name)),
    ...expected.flatMap((wanted) => {
      const found = dislodged.find((candidate) => name(candidate) === name(wanted));
      if (found === undefined) return [];
      return [
        ...(wanted.by === undefined ? [] : compareLists(`The attacker of ${name(wanted)}`, [wanted.by], [found.from])),
        ...(wanted.retreats === undefined ? [] : compareLists(`Retreats of ${name(wanted)}`, wanted.retreats, found.retreats)),
      ];
    }),
  ];
}

/** Judges the retreats that follow, even if no unit can retreat and a game would skip the phase. */
function runRetreat(
  { phase, orders, expected }: NonNullable<RulesCase['retreat']>,
  { dislodged, next }: Adjudication,
  rulebook: Rulebook,
): readonly string[] {
  const position: Position = {
    phase,
    units: next.units,
    centers: next.centers,
    retreats: byPower((power) =>
      Object.fromEntries(dislodged.filter((unit) => unit.power === power).map(({ unit, retreats }) => [unit, retreats])),
    ),
  };
  const adjudication = adjudicate(position, readTexts(position, orders).orders, { rulebook });
  const { retreated, disbanded } = retreatsOf(position, adjudication);
  return [
    ...compareUnits('after the retreats', expected.units, adjudication.next.units),
    ...compareLists('Retreated', expected.retreated.map(nameOfRetreat), retreated.map(nameOfRetreat)),
    ...compareLists('Disbanded', expected.disbanded.map(nameOfRetreat), disbanded.map(nameOfRetreat)),
  ];
}

const nameOfRetreat = ({ power, unit, to }: { readonly power: string; readonly unit: Unit; readonly to?: string }) =>
  `${power} ${unit}${to === undefined ? '' : ` to ${to}`}`;

function retreatsOf({ retreats }: Position, { outcomes }: Adjudication): Omit<ExpectedRetreats, 'units'> {
  const fates = Object.values(
    byPower((power) => Object.keys(retreats[power]).map((unit) => ({ power, unit: unit as Unit }))),
  ).flat();
  const destinationOf = ({ power, unit }: (typeof fates)[number]) => {
    const outcome = outcomes.find(
      ({ order, results, ...whose }) =>
        order.kind === 'retreat' && whose.power === power && whose.unit === unit && results.length === 0,
    );
    return outcome?.order.kind === 'retreat' ? outcome.order.to : undefined;
  };
  return {
    retreated: fates.flatMap((fate) => {
      const to = destinationOf(fate);
      return to === undefined ? [] : [{ ...fate, to }];
    }),
    disbanded: fates.filter((fate) => destinationOf(fate) === undefined),
  };
}
