import { z } from 'zod';

/** `true` or `false`. */
export const yesOrNo = z.boolean({ error: 'write true or false' });

/** @param least smallest value that is accepted */
export function wholeNumber(least: number, most?: number): z.ZodNumber {
  const error =
    most === undefined ? `write a whole number of at least ${least}` : `write a whole number from ${least} to ${most}`;
  const number = z.int({ error }).min(least, { error });
  return most === undefined ? number : number.max(most, { error });
}

/** A number between two bounds, both included. */
export function numberBetween(least: number, most: number): z.ZodNumber {
  const error = `write a number from ${least} to ${most}`;
  return z.number({ error }).min(least, { error }).max(most, { error });
}

/** One of several words. */
export function oneOf<const Name extends string>(names: readonly Name[]): z.ZodEnum<{ [name in Name]: name }> {
  return z.enum(names, { error: `write one of ${names.join(', ')}` });
}

/** A model id as command lines and study files write it: `openai:gpt-4o-mini`. */
export const modelId = z.string({ error: 'write a model id' }).min(1, { error: 'write a model id' });
