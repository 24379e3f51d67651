import { z } from 'zod';

/** Text that is not empty. @param what completes `write …`: `a sentence` */
export function text(what: string): z.ZodString {
  const error = `write ${what}`;
  return z.string({ error }).trim().min(1, { error });
}

/** Any number of texts. @param what completes `write a list of …`: `sentences` */
export function texts(what: string): z.ZodArray<z.ZodString> {
  return z.array(text(`a list of ${what}, none of them empty`), { error: `write a list of ${what}` });
}

/** Id of an entry, as command lines and study files name it. */
export const idSchema = z
  .string({ error: ID_ERROR() })
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: ID_ERROR() })
  .describe('name by which other files, studies and command lines refer to this entry: small letters, digits, -');

function ID_ERROR(): string {
  return 'write an id of small letters, digits and -';
}

/** An id made from a name: `Anna Maria` becomes `anna-maria`. */
export function idOf(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '');
}
