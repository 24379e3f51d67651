import type { Phase } from '../values/phase.js';
import { parsePhase } from '../values/phase.js';
import type { Power } from '../values/power.js';
import { POWERS } from '../values/power.js';
import type { Unit } from '../values/unit.js';
import { JsonPlace } from './json-place.js';
import type { ExpectedDislodgement, ExpectedOutcome, ExpectedPhase, OfPowers, RulesCase } from './rules-case.js';

/**
 * Reads one entry of a file of cases. Three shapes are known, which differ in dislodged units: a list of `[power, unit]` that may omit
 * units without retreats, or by power and unit either a list of retreats or `{ by, retreats }`. Unknown keys are ignored.
 * @throws {InvalidFileError} With the place in its message.
 */
export function readCase(value: unknown): RulesCase {
  const entry = new JsonPlace(value, '');
  return {
    id: entry.at('id').text(),
    phase: entry.at('phase').isThere ? readPhase(entry.at('phase')) : 'S1901M',
    units: readOfPowers(entry.at('units'), readUnits),
    centers: entry.at('centers').isThere ? readOfPowers(entry.at('centers'), (centers) => centers.texts()) : {},
    orders: readOfPowers(entry.at('orders'), (orders) => orders.texts()),
    expected: readExpected(entry.at('expected')),
    otherConvention: readOtherConvention(entry),
    unitsUnderLandFallback: entry
      .at('expectedLandFallback')
      .optional((fallback) => readOfPowers(fallback.at('units'), readUnits)),
    retreat: entry.at('retreat').optional(readRetreat),
  };
}

/** Returns the convention that an entry depends on, if its collectors found that it is not the one followed here. */
function readOtherConvention(entry: JsonPlace): string | undefined {
  const [convention, checks] = [entry.at('convention'), entry.at('checks')];
  if (!convention.isThere || !checks.isThere || checks.at('oracleStrictV3').value !== false) return undefined;
  return convention.text();
}

function readExpected(expected: JsonPlace): ExpectedPhase {
  const dislodged = expected.at('dislodged');
  return {
    units: readOfPowers(expected.at('units'), readUnits),
    dislodged: dislodged.optional(readDislodged),
    mayOmitUnitsWithoutRetreats: Array.isArray(dislodged.value),
    contested: expected.at('contested').optional((contested) => contested.texts()),
    outcomes: expected.at('orders').optional((outcomes) => outcomes.items().map(readOutcome)),
    paradoxConvoys: expected.at('paradoxConvoys').optional((provinces) => provinces.texts()),
  };
}

function readDislodged(dislodged: JsonPlace): readonly ExpectedDislodgement[] {
  if (Array.isArray(dislodged.value)) {
    return dislodged.items().map((pair) => {
      const [power, unit] = pair.items();
      if (power === undefined || unit === undefined) return pair.fail('a power and a unit');
      return { power: readPower(power.text(), power), unit: readUnit(unit) };
    });
  }
  return Object.entries(readOfPowers(dislodged, (units) => units.entries())).flatMap(([power, units]) =>
    units.map(([unit, fate]): ExpectedDislodgement => {
      const whose = { power: power as Power, unit: readUnit(new JsonPlace(unit, fate.place)) };
      if (Array.isArray(fate.value)) return { ...whose, retreats: fate.texts() };
      return { ...whose, by: fate.at('by').text(), retreats: fate.at('retreats').texts() };
    }),
  );
}

function readOutcome(outcome: JsonPlace): ExpectedOutcome {
  return {
    power: readPower(outcome.at('power').text(), outcome.at('power')),
    unit: outcome.at('unit').optional((unit) => (unit.value === null ? undefined : readUnit(unit))),
    order: outcome.at('order').optional((order) => (order.value === null ? null : order.text())),
    results: outcome.at('results').texts(),
    to: outcome.at('to').optional(readUnit),
    civilDisorder: outcome.at('civilDisorder').optional(readUnit),
  };
}

function readRetreat(retreat: JsonPlace): NonNullable<RulesCase['retreat']> {
  const expected = retreat.at('expected');
  const whose = (unit: JsonPlace) => ({
    power: readPower(unit.at('power').text(), unit.at('power')),
    unit: readUnit(unit.at('unit')),
  });
  return {
    phase: readPhase(retreat.at('phase')),
    orders: readOfPowers(retreat.at('orders'), (orders) => orders.texts()),
    expected: {
      units: readOfPowers(expected.at('units'), readUnits),
      retreated: expected
        .at('retreated')
        .items()
        .map((unit) => ({ ...whose(unit), to: unit.at('to').text() })),
      disbanded: expected.at('disbanded').items().map(whose),
    },
  };
}

function readOfPowers<T>(powers: JsonPlace, read: (place: JsonPlace) => T): OfPowers<T> {
  return Object.fromEntries(powers.entries().map(([power, place]) => [readPower(power, place), read(place)]));
}

function readPower(power: string, place: JsonPlace): Power {
  if (!(POWERS as readonly string[]).includes(power)) new JsonPlace(power, place.place).fail(`about one of ${POWERS.join(', ')}`);
  return power as Power;
}

function readPhase(phase: JsonPlace): Phase {
  if (parsePhase(phase.text()) === null) phase.fail('a phase such as S1901M');
  return phase.text() as Phase;
}

const readUnits = (units: JsonPlace): readonly Unit[] => units.items().map(readUnit);

function readUnit(unit: JsonPlace): Unit {
  if (!/^[AF] \S+$/.test(unit.text())) unit.fail('a unit such as A PAR');
  return unit.text() as Unit;
}
