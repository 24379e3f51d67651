import type { Couple, Persona } from '../couple.js';
import { buildCouples } from './build-people.js';
import type { Entry } from './material-fault.js';

/** Something wrong in couples, with the path to it from their list. */
export interface CoupleFault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Reads couples that stand in a list outside a file of couples, such as in a study. */
export function readCouples(
  written: readonly unknown[],
  personas: readonly Persona[],
): { readonly couples: readonly Couple[]; readonly faults: readonly CoupleFault[] } {
  const faults: CoupleFault[] = [];
  const entries = written.map((value, index): Entry => ({
    value,
    fault: (path, message) => {
      const place = faults.push({ path: [index, ...path], message });
      return { file: '', line: place, message };
    },
  }));
  const { values } = buildCouples(entries, personas, { written: new Set(), complete: true });
  return { couples: values.map(({ value }) => value), faults };
}
