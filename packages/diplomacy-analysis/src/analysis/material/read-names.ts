import { readRecipient } from '@entente/diplomacy-game/state';
import { parseOrder, type Power, type Province, provinceOfUnit } from '@entente/diplomacy-rules';

/** Reads the name of a power as models write it: `France`, `the Ottoman Empire`. Returns `null` for anything else. */
export function readPower(name: string): Power | null {
  const power = readRecipient(name);
  return power === 'GLOBAL' ? null : power;
}

/** Reads the name of a province, by id or full name, with or without a coast. Returns `null` for anything else. */
export function readProvince(text: string): Province | null {
  for (const type of ['A', 'F']) {
    const parsed = parseOrder(`${type} ${text} H`);
    if (parsed.ok && 'unit' in parsed.order) return provinceOfUnit(parsed.order.unit);
  }
  return null;
}
