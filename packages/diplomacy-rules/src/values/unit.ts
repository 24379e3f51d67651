/** Armies and fleets. */
export const UNIT_TYPES = ['A', 'F'] as const;

/** `A` an army, `F` a fleet. */
export type UnitType = (typeof UNIT_TYPES)[number];

/** Three letters, as in `PAR` or `NTH`: where a unit, a centre or an army's destination is. The coasts of a province are one province. */
export type Province = string;

/** A province, or one of its coasts, as in `STP/SC`: where a fleet is. */
export type Location = string;

/** A unit and where it stands, as in `A PAR` or `F STP/SC`. An army never names a coast; a fleet does where the province has several. */
export type Unit = `${UnitType} ${string}`;

/** The type of a unit, read off its name. */
export const typeOfUnit = (unit: Unit): UnitType => unit.slice(0, 1) as UnitType;

/** Where a unit stands, coast included: `STP/SC` for `F STP/SC`. */
export const locationOfUnit = (unit: Unit): Location => unit.slice(2);

/** The province of a location: `STP` for `STP/SC`. */
export function provinceOf(location: Location): Province {
  const slash = location.indexOf('/');
  return slash < 0 ? location : location.slice(0, slash);
}

/** The province in which a unit stands: `STP` for `F STP/SC`. */
export const provinceOfUnit = (unit: Unit): Province => provinceOf(locationOfUnit(unit));

/** Whether a unit stands in a province, on whichever coast: `provinceOfUnit(unit) === province`, without taking the name apart. */
export const standsIn = (unit: Unit, province: Province): boolean =>
  unit.startsWith(province, 2) && (unit.length === province.length + 2 || unit[province.length + 2] === '/');
