import { expect, it } from 'vitest';
import { shippedLibrary } from '../node/load-library.js';

/** Words that are true only at the moment of a scene, whereas what one alone knows stays on record for later scenes. */
const OF_THE_MOMENT =
  /\b(?:tonight|today|tomorrow|yesterday|now|here|this|these|so far|at (?:present|the moment)|(?:is|was) about to|(?:last|next) (?:night|week|month|year|\w+day))\b|(?<!\b(?:years|long) )\bago\b/i;

const { scenarios, couples } = shippedLibrary();

it('what one alone knows is true whenever it is read', () => {
  const standing = [
    ...scenarios.flatMap(({ id, onlyA, onlyB }) => [
      { id: `${id} onlyA`, text: onlyA },
      { id: `${id} onlyB`, text: onlyB },
    ]),
    ...couples.flatMap(({ id, knows }) => knows.map((text) => ({ id, text }))),
  ];
  const found = standing.flatMap(({ id, text }) => {
    const [words] = OF_THE_MOMENT.exec(text) ?? [];
    return words === undefined ? [] : [`${id}: "${words}" in ${text}`];
  });
  expect(found).toEqual([]);
});

it.each(['An hour ago it began.', 'Tonight it is told.', 'It is about to rain.', 'They met at this table.'])(
  'words of the moment are found: %s',
  (text) => expect(text).toMatch(OF_THE_MOMENT),
);

it('small children are written into scenes only of those who are young enough to have some', () => {
  const small = /\bthe child\b|\btheir child\b/i;
  const unfit = scenarios.filter(
    ({ situation, requires }) =>
      requires.children === 'some' &&
      small.test(situation) &&
      !((requires.A?.age?.max ?? 99) <= 46 && (requires.B?.age?.max ?? 99) <= 46),
  );
  expect(unfit.map(({ id }) => id)).toEqual([]);
});
