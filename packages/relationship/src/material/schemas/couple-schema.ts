import { oneOf, wholeNumber } from '@entente/studies/settings';
import { z } from 'zod';
import { BONDS, COUPLE_STAGES, LIVING } from '../../state/couple-facts.js';
import { idSchema, text, texts } from './field-schemas.js';
import { personaSchema } from './persona-schema.js';

const PARTNERS_ERROR = 'write two partners, each the id of a persona or a whole persona';

/** A partner of a couple: the id of a persona, or a whole persona. */
export const partnerSchema = z.union([idSchema, personaSchema], { error: PARTNERS_ERROR });

/** A couple as files write it. Only the partners are needed. */
export const coupleSchema = z.strictObject({
  id: idSchema.exactOptional(),
  bond: oneOf(BONDS).exactOptional().describe('bond between the two; partners unless written'),
  kind: text('the kind of bond').exactOptional().describe('bond in words: "mother and grown-up son"'),
  partners: z
    .array(partnerSchema, { error: PARTNERS_ERROR })
    .length(2, { error: PARTNERS_ERROR })
    .describe('the two, each by the id of a persona or as a whole persona'),
  stage: oneOf(COUPLE_STAGES)
    .exactOptional()
    .describe('how far the two have come with each other; together unless written, and for friends and family'),
  months: wholeNumber(0).exactOptional().describe('months since the two came together, or met'),
  living: oneOf(LIVING).exactOptional().describe('how the two live'),
  children: wholeNumber(0).exactOptional().describe('number of children that the two have or bring up together'),
  story: text('a few sentences').exactOptional().describe('what both know of how it came to this'),
  agreed: texts('sentences').exactOptional().describe('what the two have agreed on'),
  knows: z
    .record(z.string(), text('a sentence'), { error: 'write a sentence for each partner, under its id' })
    .exactOptional()
    .describe("what each has seen of the other's character, by the partner's id, in the second person"),
  secrets: z
    .record(z.string(), texts('sentences'), { error: 'write a list of sentences for a partner, under its id' })
    .exactOptional()
    .describe("what each alone knows before the first scene, by the partner's id"),
});

export type WrittenCouple = z.output<typeof coupleSchema>;
