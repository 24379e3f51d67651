import type { Rulebook } from '../values/rulebook.js';
import { RULEBOOKS } from '../values/rulebooks.js';
import { UsageError } from './usage-error.js';
import type { VerbInput, VerbOption } from './verb.js';

const names = Object.keys(RULEBOOKS);

/** `--rulebook NAME`, for every verb that judges. */
export const rulebookOption: VerbOption = {
  type: 'string',
  value: 'NAME',
  description: `judge by this rulebook: ${names.join(', ')}`,
};

/** The rulebook that was asked for; `undefined` if none was. */
export function rulebookFrom({ rulebook: name }: VerbInput['options']): Rulebook | undefined {
  if (typeof name !== 'string') return undefined;
  if (!Object.hasOwn(RULEBOOKS, name)) {
    throw new UsageError(`there is no rulebook "${name}"; there are ${names.join(', ')}.`);
  }
  return RULEBOOKS[name as keyof typeof RULEBOOKS];
}
