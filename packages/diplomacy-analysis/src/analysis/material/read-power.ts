import { readRecipient } from '@entente/diplomacy-game/state';
import type { Power } from '@entente/diplomacy-rules';

/** Reads the name of a power as models write it: `France`, `the Ottoman Empire`. Returns `null` for anything else. */
export function readPower(name: string): Power | null {
  const power = readRecipient(name);
  return power === 'GLOBAL' ? null : power;
}
