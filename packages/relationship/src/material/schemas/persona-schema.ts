import { numberBetween, oneOf, wholeNumber, yesOrNo } from '@entente/studies/settings';
import { z } from 'zod';
import { PRONOUNS } from '../../ports/partners.js';
import { WORK } from '../../state/couple-facts.js';
import { idSchema, text, texts } from './field-schemas.js';

/** Parents who are alive. */
export const PARENTS = ['both', 'one', 'none'] as const;

/** A persona as files write it. Only the name and the description are needed. */
export const personaSchema = z.strictObject({
  id: idSchema.exactOptional(),
  name: text('a name')
    .regex(/^[^\p{Cc}]*$/u, { error: 'write a name on one line, without control characters' })
    .describe('name by which everybody calls this person'),
  age: wholeNumber(0, 120).exactOptional().describe('years'),
  pronouns: oneOf(PRONOUNS).exactOptional(),
  occupation: text('an occupation').exactOptional().describe('what this person does, in words'),
  work: oneOf(WORK).exactOptional().describe('kind of work; scenarios depend on it'),
  life: z
    .strictObject(
      {
        parents: oneOf(PARENTS).exactOptional().describe('parents who are alive'),
        grandparents: yesOrNo.exactOptional().describe('whether a grandparent is alive'),
        siblings: yesOrNo.exactOptional(),
        children: wholeNumber(0).exactOptional().describe('number of children of this person, those of the couple aside'),
        pet: yesOrNo.exactOptional(),
      },
      { error: 'write { parents, grandparents, siblings, children, pet }, or some of them' },
    )
    .exactOptional()
    .describe('facts that scenarios depend on; a fact that is left out is unknown'),
  traits: texts('traits').exactOptional(),
  values: texts('values').exactOptional(),
  attachment: z
    .strictObject(
      { anxiety: numberBetween(1, 7), avoidance: numberBetween(1, 7) },
      { error: 'write { anxiety: 2.5, avoidance: 4 }, each from 1 to 7' },
    )
    .exactOptional()
    .describe('attachment in close relationships, each dimension from 1 (low) to 7 (high)'),
  description: text('a description').describe(
    'temperament, history, habits in love, in the third person; the other partner never reads it',
  ),
  goals: texts('sentences').exactOptional().describe('hopes of this person for the relationship'),
  dealbreakers: texts('sentences').exactOptional().describe('what would end it for this person'),
  rules: texts('sentences').exactOptional().describe('habits of the form "If …, …"'),
  memories: texts('memories').exactOptional().describe('memories from before the first scene, in the first person'),
  group: text('a group').exactOptional().describe('group of the persona, for pairing by group'),
});

export type WrittenPersona = z.output<typeof personaSchema>;
