/** Armies and fleets. */
export const UNIT_TYPES = ['A', 'F'] as const;

/** `A` an army, `F` a fleet. */
export type UnitType = (typeof UNIT_TYPES)[number];

/** Three letters, as in `PAR` or `NTH`. A province with several coasts is one province. */
export type Province = string;

/** A province, or one of its coasts, as in `STP/SC`: the place of a unit. */
export type Location = string;

/** A unit and its location, as in `A PAR` or `F STP/SC`. Fleets in a province with several coasts name one; armies never do. */
export type Unit = `${UnitType} ${string}`;

/** Returns the type of a unit. */
export const typeOfUnit = (unit: Unit): UnitType => unit.slice(0, 1) as UnitType;

/** Returns the location of a unit, coast included: `STP/SC` for `F STP/SC`. */
export const locationOfUnit = (unit: Unit): Location => unit.slice(2);

/** Returns the province of a location: `STP` for `STP/SC`. */
export function provinceOf(location: Location): Province {
  const slash = location.indexOf('/');
  return slash < 0 ? location : location.slice(0, slash);
}

/** Returns the province of a unit: `STP` for `F STP/SC`. */
export const provinceOfUnit = (unit: Unit): Province => provinceOf(locationOfUnit(unit));

/** Whether a unit stands in a province, on any coast: `provinceOfUnit(unit) === province`, without taking the name apart. */
export const standsIn = (unit: Unit, province: Province): boolean =>
  unit.startsWith(province, 2) && (unit.length === province.length + 2 || unit[province.length + 2] === '/');
