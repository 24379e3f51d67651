import type { Power } from '../values/power.js';
import type { Location, Province } from '../values/unit.js';

/** A point of the drawing, in its own units: right, down. */
export type Spot = readonly [x: number, y: number];

/** Drawing of a province. */
export interface ProvinceDrawing {
  /** Shape, as the `d` of an SVG path. Neighbours share the curve of their border, so that no gap shows. */
  readonly outline: string;
  /** Middle of the name. The mark of a supply centre stands before it. */
  readonly name: Spot;
  /** Supply centre whose owner tints the province while it is empty. Without one it stays plain. */
  readonly follows?: Province;
}

/** Colour and mark of a power. */
export interface PowerStyle {
  /** As `#rrggbb`. */
  readonly color: string;
  /** One or two letters on its units and centres. */
  readonly mark: string;
}

/** Shapes and places of a map, as plain data. `standardDrawing` is the one of the standard map. */
export interface MapDrawing<P extends string = Power> {
  /** Name of the map. */
  readonly map: string;
  readonly width: number;
  readonly height: number;
  readonly powers: Readonly<Record<P, PowerStyle>>;
  readonly provinces: Readonly<Record<Province, ProvinceDrawing>>;
  /** Spot of a unit in each province and on each coast. A unit is about 50 units of the drawing wide and high. */
  readonly units: Readonly<Record<Location, Spot>>;
  /** Spots through which a line between two places bends, by a key such as `MAO WES`, from the first place to the second. */
  readonly bends?: Readonly<Record<string, readonly Spot[]>>;
  /** Land that cannot be entered. */
  readonly neutral?: string;
  /** The line between land and open sea. */
  readonly coastline?: string;
  /** Water within the land. */
  readonly lakes?: string;
  /** Water too narrow for a shape, as lines. */
  readonly straits?: string;
}
