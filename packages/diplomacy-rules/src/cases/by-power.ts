import type { ByPower, Power } from '../values/power.js';
import { POWERS } from '../values/power.js';

/** What the function gives for each of the seven powers. */
export const byPower = <T>(valueOf: (power: Power) => T): ByPower<T> =>
  Object.fromEntries(POWERS.map((power) => [power, valueOf(power)])) as ByPower<T>;
