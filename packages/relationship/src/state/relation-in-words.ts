import type { RELATION_STATES, RelationDelta, RelationStateName } from './relation-states.js';

/** Every value of every state of the relationship, as a reader of the story understands it. */
const WORDS: { readonly [Name in RelationStateName]: Readonly<Record<(typeof RELATION_STATES)[Name][number], string>> } = {
  conflict: {
    none: 'no conflict',
    brewing: 'conflict brewing',
    active: 'open conflict',
    unresolved: 'conflict left unresolved',
    repaired: 'conflict repaired',
  },
  repair: {
    none: 'no attempt to make up',
    attempted: 'an attempt to make up',
    successful: 'a successful attempt to make up',
    failed: 'a failed attempt to make up',
  },
  clarity: {
    unclear: 'unclear what they are to each other',
    tacit: 'understood, without words, what they are to each other',
    explicit: 'said openly what they are to each other',
  },
  constraints: {
    none: 'little that would make leaving hard',
    emerging: 'some things that would make leaving hard',
    accrued: 'much that would make leaving hard',
  },
  alternatives: {
    quiet: 'nobody and nothing else that tempts',
    salient: 'somebody or something else in sight',
    hot: 'somebody or something else that tempts',
  },
  transition: {
    none: 'no great change ahead',
    upcoming: 'a great change ahead',
    underway: 'a great change under way',
  },
  network: {
    supportive: 'family and friends in favour',
    neutral: 'family and friends neither for nor against',
    opposed: 'family and friends against',
    mixed: 'family and friends divided',
  },
  breakup: {
    none: 'no talk of parting',
    soft: 'parting in the air',
    hard: 'parted',
  },
};

/** Value of a state in words: `conflict brewing`. A value that the state does not have stands as it is. */
export function relationInWords(state: RelationStateName, value: RelationDelta['to']): string {
  return (WORDS[state] as Readonly<Record<string, string | undefined>>)[value] ?? value;
}
