import type { Phase } from '../values/phase.js';
import { parsePhase } from '../values/phase.js';
import type { Power } from '../values/power.js';
import { POWERS } from '../values/power.js';
import type { Unit } from '../values/unit.js';
import { JsonPlace } from './json-place.js';
import type { ExpectedDislodgement, ExpectedOutcome, ExpectedPhase, OfPowers, RulesCase } from './rules-case.js';

/**
 * Reads one entry of a file of cases. Three shapes are known, which differ in how much they expect: dislodged units are a list of
 * `[power, unit]` in which those without retreats may be missing, or for each power and unit a list of retreats, or `{ by, retreats }`. Keys that are not known are passed over.
 * @throws {InvalidFileError} naming the place.
 */
export function readCase(value: unknown): RulesCase {
  const entry = new JsonPlace(value, '');
  const fallback = entry.at('expectedLandFallback');
  const retreat = entry.at('retreat');
  return {
    id: entry.at('id').text(),
    phase: entry.at('phase').isThere ? readPhase(entry.at('phase')) : 'S1901M',
    units: readOfPowers(entry.at('units'), readUnits),
    centers: entry.at('centers').isThere ? readOfPowers(entry.at('centers'), (centers) => centers.texts()) : {},
    orders: readOfPowers(entry.at('orders'), (orders) => orders.texts()),
    expected: readExpected(entry.at('expected')),
    ...readOtherConvention(entry),
    ...(fallback.isThere && { unitsUnderLandFallback: readOfPowers(fallback.at('units'), readUnits) }),
    ...(retreat.isThere && { retreat: readRetreat(retreat) }),
  };
}

/** Which convention an entry is about that is not ours, as those who collected it found out. */
function readOtherConvention(entry: JsonPlace): Pick<RulesCase, 'otherConvention'> {
  const [convention, checks] = [entry.at('convention'), entry.at('checks')];
  if (!convention.isThere || !checks.isThere || checks.at('oracleStrictV3').value !== false) return {};
  return { otherConvention: convention.text() };
}

function readExpected(expected: JsonPlace): ExpectedPhase {
  const [dislodged, contested, outcomes, paradoxConvoys] = ['dislodged', 'contested', 'orders', 'paradoxConvoys'].map((key) =>
    expected.at(key),
  ) as [JsonPlace, JsonPlace, JsonPlace, JsonPlace];
  return {
    units: readOfPowers(expected.at('units'), readUnits),
    ...(dislodged.isThere && {
      dislodged: readDislodged(dislodged),
      mayOmitUnitsWithoutRetreats: Array.isArray(dislodged.value),
    }),
    ...(contested.isThere && { contested: contested.texts() }),
    ...(outcomes.isThere && { outcomes: outcomes.items().map(readOutcome) }),
    ...(paradoxConvoys.isThere && { paradoxConvoys: paradoxConvoys.texts() }),
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
  const [unit, order, to, civilDisorder] = ['unit', 'order', 'to', 'civilDisorder'].map((key) => outcome.at(key)) as [
    JsonPlace,
    JsonPlace,
    JsonPlace,
    JsonPlace,
  ];
  return {
    power: readPower(outcome.at('power').text(), outcome.at('power')),
    ...(unit.isThere && unit.value !== null && { unit: readUnit(unit) }),
    ...(order.isThere && { order: order.value === null ? null : order.text() }),
    results: outcome.at('results').texts(),
    ...(to.isThere && { to: readUnit(to) }),
    ...(civilDisorder.isThere && { civilDisorder: readUnit(civilDisorder) }),
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
