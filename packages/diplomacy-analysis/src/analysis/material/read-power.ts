import { readRecipient } from '@entente/diplomacy-game';
import type { Power } from '@entente/diplomacy-rules';

/** The power that a name means, as models write it: `France`, `the Ottoman Empire`; `null` where there is none. */
export function readPower(name: string): Power | null {
  const power = readRecipient(name);
  return power === 'GLOBAL' ? null : power;
}
