import type { Power } from '../values/power.js';
import type { Location, Province } from '../values/unit.js';

/** A point of the drawing, in units of its own: to the right, and down. */
export type Spot = readonly [x: number, y: number];

/** How a province is drawn. */
export interface ProvinceDrawing {
  /** Its shape, as the `d` of an SVG path. Neighbours share the curve of their border, so that no gap shows. */
  readonly outline: string;
  /** The middle of its name. The mark of a supply centre stands before it. */
  readonly name: Spot;
  /** The supply centre from which it takes its tint while it is empty; without one it stays plain. */
  readonly follows?: Province;
}

/** How a power is told from the others, by colour and without it. */
export interface PowerStyle {
  /** As `#rrggbb`. */
  readonly color: string;
  /** A letter or two, on its units and centres. */
  readonly mark: string;
}

/** A map's shapes and places, as plain data; the drawing of the standard map is the package's own. */
export interface MapDrawing<P extends string = Power> {
  /** The name of the map that is drawn. */
  readonly map: string;
  readonly width: number;
  readonly height: number;
  readonly powers: Readonly<Record<P, PowerStyle>>;
  readonly provinces: Readonly<Record<Province, ProvinceDrawing>>;
  /** Where a unit stands, for every province and every coast. A unit takes some 50 of the drawing's units in both directions. */
  readonly units: Readonly<Record<Location, Spot>>;
  /** By `MAO WES`: the spots through which a line between two places goes round what lies between them, from the first to the second. */
  readonly bends?: Readonly<Record<string, readonly Spot[]>>;
  /** Land that nobody enters. */
  readonly neutral?: string;
  /** The line between land and open sea. */
  readonly coastline?: string;
  /** Water within the land. */
  readonly lakes?: string;
  /** Water too narrow for a shape, as lines. */
  readonly straits?: string;
}
