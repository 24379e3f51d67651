import { parseOrder, type Province, provinceOfUnit } from '@entente/diplomacy-rules';

/** Reads the name of a province, by id or full name, with or without a coast. Returns `null` for anything else. */
export function readProvince(text: string): Province | null {
  for (const type of ['A', 'F']) {
    const parsed = parseOrder(`${type} ${text} H`);
    if (parsed.ok && 'unit' in parsed.order) return provinceOfUnit(parsed.order.unit);
  }
  return null;
}
