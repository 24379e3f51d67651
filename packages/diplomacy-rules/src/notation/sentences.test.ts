import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Phrasing } from '../../test/phrasings.js';
import {
  phrasingsOfConvoy,
  phrasingsOfConvoyedMove,
  phrasingsOfMove,
  phrasingsOfRetreat,
  phrasingsOfSupportedHold,
  phrasingsOfSupportedMove,
  phrasingsOfUnit,
} from '../../test/phrasings.js';
import type { Phase } from '../values/phase.js';
import type { Position } from '../values/position.js';
import { POWERS } from '../values/power.js';
import type { Unit } from '../values/unit.js';
import { provinceOf, provinceOfUnit } from '../values/unit.js';
import { formatOrder } from './format-order.js';
import { parseOrder } from './parse-order.js';

/** Units stand in every place that the sentences name, so that a place in the wrong role makes an order as good as the right one. */
const UNITS: readonly Unit[] = [
  'A PAR',
  'A BUR',
  'A MAR',
  'A GAS',
  'A MUN',
  'A YOR',
  'A NWY',
  'A BEL',
  'F NTH',
  'F NWG',
  'F BRE',
  'F ENG',
  'F LON',
];

function position(phase: Phase, dislodged: readonly Unit[] = []): Position {
  const byPower = <T>(none: T, own: T) => Object.fromEntries(POWERS.map((power) => [power, power === 'FRANCE' ? own : none]));
  const retreats = Object.fromEntries(dislodged.map((unit) => [unit, ['GAS', 'PIC']]));
  const units = UNITS.filter((unit) => !dislodged.includes(unit));
  return {
    phase,
    units: byPower<readonly Unit[]>([], units),
    centers: byPower<readonly string[]>([], []),
    retreats: byPower({}, retreats),
  } as unknown as Position;
}

const movement = position('S1901M');
const retreat = position('S1901R', ['A BUR', 'F BRE']);

const read = (text: string, at: Position): string => {
  const parsed = parseOrder(text, { position: at });
  return parsed.ok ? formatOrder(parsed.order) : `refused, ${parsed.refusal.kind}`;
};

test.each<[string, Position, readonly Phrasing[]]>([
  [
    'moves',
    movement,
    [
      ['A PAR', 'BUR'],
      ['A BUR', 'PAR'],
      ['F BRE', 'MAO'],
    ].flatMap(([unit, to]) => phrasingsOfMove({ unit: unit as Unit, to: to! })),
  ],
  ['convoyed moves', movement, phrasingsOfConvoyedMove({ unit: 'A YOR', to: 'NWY', sea: 'NTH' })],
  [
    'supports of moves',
    movement,
    [
      ...phrasingsOfSupportedMove({ unit: 'A PAR', other: 'A MAR', to: 'BUR' }),
      ...phrasingsOfSupportedMove({ unit: 'A BUR', other: 'F BRE', to: 'GAS' }),
    ],
  ],
  ['supports where a unit stands', movement, phrasingsOfSupportedHold({ unit: 'A PAR', other: 'A MAR' })],
  ['convoys', movement, phrasingsOfConvoy({ unit: 'F NTH', other: 'A YOR', to: 'NWY' })],
  [
    'retreats',
    retreat,
    [...phrasingsOfRetreat({ unit: 'A BUR', to: 'GAS' }), ...phrasingsOfRetreat({ unit: 'F BRE', to: 'PIC' })],
  ],
  ['holds', movement, [...phrasingsOfUnit('A PAR', 'H'), ...phrasingsOfUnit('F NTH', 'H')]],
  ['removals', retreat, [...phrasingsOfUnit('A BUR', 'D'), ...phrasingsOfUnit('F BRE', 'D')]],
  ['builds', position('W1901A'), [...phrasingsOfUnit('A WAR', 'B'), ...phrasingsOfUnit('F KIE', 'B')]],
])('every sentence of %s is read as the order that it was made from', (_, at, phrasings) => {
  const wrong = phrasings.filter(({ text, order }) => read(text, at) !== order);
  expect(wrong.map(({ text, order }) => `${text}: ${read(text, at)} instead of ${order}`)).toEqual([]);
  expect(phrasings.length).toBeGreaterThan(40);
});

// Texts that neither prepositions nor the sequence of places decide, and texts with more than one order.
test.each([
  ['Attack Burgundy Paris', ['A BUR - PAR', 'A PAR - BUR']],
  ['Move Paris Burgundy', ['A PAR - BUR', 'A BUR - PAR']],
  ['Attack BUR army PAR', ['A BUR - PAR', 'A PAR - BUR']],
  ['Retreat BUR GAS', ['A BUR R GAS', 'A GAS R BUR']],
  ['A PAR supports attack BUR MAR', ['A PAR S A BUR - MAR', 'A PAR S A MAR - BUR']],
  ['A PAR supports A MAR against BUR', ['A PAR S A MAR - BUR', 'A PAR S A MAR']],
  ['A PAR S A MAR (BUR)', ['A PAR S A MAR - BUR', 'A PAR S A MAR']],
  ['A PAR S A MAR, BUR', ['A PAR S A MAR - BUR', 'A PAR S A MAR']],
  ['A MAR - BUR supported by A PAR', ['A PAR S A MAR - BUR', 'A MAR - BUR']],
  ['Support MAR BUR with A PAR', ['A PAR S A MAR - BUR', 'A PAR S A BUR - MAR']],
  ['Support an attack on BUR by A MAR with A PAR', ['A PAR S A MAR - BUR', 'A MAR S A PAR - BUR']],
  ['Support an attack on BUR from A MAR by A PAR', ['A PAR S A MAR - BUR', 'A MAR S A PAR - BUR']],
  ['A YOR is convoyed to NWY by F NTH', ['A YOR - NWY VIA', 'F NTH C A YOR - NWY']],
  ['Convoy A YOR to NWY via NTH', ['A YOR - NWY VIA', 'F NTH C A YOR - NWY']],
  ['Burgundy: Paris attacks', ['A BUR - PAR', 'A PAR - BUR']],
  ['In Burgundy Paris attacks', ['A BUR - PAR', 'A PAR - BUR']],
  ["With A MAR's support A PAR attacks BUR", ['A MAR S A PAR - BUR', 'A PAR - BUR']],
  ['A PAR S to MAR BUR', ['A PAR S A MAR - BUR', 'A PAR S A BUR - MAR']],
])('%j is refused, and the message says both orders that it could be', (text, orders) => {
  const parsed = parseOrder(text, { position: movement });
  expect(parsed).toMatchObject({ ok: false, refusal: { kind: 'ambiguous-order' } });
  for (const order of orders) expect(!parsed.ok && parsed.refusal.message.split(/ could be | or |; write/)).toContain(order);
});

test.each([
  'A PAR, A MAR - BUR',
  'A PAR and A MAR - BUR',
  'A PAR A MAR - BUR',
  'A PAR: A MAR - BUR',
  'A PAR; A MAR - BUR',
  'A PAR, MAR - BUR',
  'A PAR H A MAR H',
  'A PAR - BUR A MAR S A PAR - BUR',
  'A PAR - BUR and A MAR S A PAR - BUR',
  'A PAR - BUR; A MAR suports it',
  'A PAR - BUR, MAR suports PAR',
  'A PAR H, supports A MAR',
  'A YOR - NWY, F NTH C',
  'A PAR H, BUR',
])('%j is more than one order', (text) => {
  expect(read(text, movement)).toBe('refused, several-orders');
});

test.each([
  ['A PAR, A MAR - BUR', '"A PAR" and "A MAR - BUR"'],
  ['A PAR H A MAR H', '"A PAR H" and "A MAR H"'],
  ['A PAR - BUR and A MAR S A PAR - BUR', '"A PAR - BUR" and "A MAR S A PAR - BUR"'],
  ['A PAR - BUR\nF EDI - NWG\nA MAR H', '"A PAR - BUR", "F EDI - NWG" and "A MAR H"'],
  ['A PAR H, BUR', '"A PAR H" and "BUR"'],
])('%j is refused, and the message says each of the orders in one line', (text, orders) => {
  const parsed = parseOrder(text, { position: movement });
  expect(!parsed.ok && parsed.refusal.message).toBe(
    `There is more than one order in the text: ${orders}; write each of them separately.`,
  );
});

test.each([
  'Not: A PAR - BUR',
  'Do not: A PAR - BUR',
  "Don't, A PAR - BUR",
  'Never: A PAR - BUR',
  'Cancelled: A PAR - BUR',
  'If attacked: A PAR - BUR',
  'If A MUN - BUR, A PAR H',
  'Unless attacked, A PAR H',
  '(not) A PAR - BUR',
  'A PAR - BUR (cancelled)',
  'A PAR - BUR. Cancelled.',
  '❌ A PAR - BUR',
  'A PAR ↔ BUR',
  'BUR ⬅️ PAR',
])('%j, which takes the order back or makes it hang on something, is refused', (text) => {
  expect(read(text, movement)).toMatch(/^refused, un/);
});

test.each([
  ['A PAR - BUR, not GAS', 'A PAR - BUR'],
  ['A PAR - BUR (not GAS)', 'A PAR - BUR'],
  ['A PAR H # if A MUN - BUR', 'A PAR H'],
])('%j is %s with a comment', (text, order) => {
  expect(read(text, movement)).toBe(order);
});

test.each([
  'A MOS heads west to WAR',
  'A MOS west to WAR',
  'A PAR moves east',
  'A MUN takes the big BUR',
  'F MAO sails east into SPA/SC',
  'A PAR - both',
  'A PAR - tries',
])('%j names a direction or a word, and no place', (text) => {
  expect(read(text, movement)).toMatch(/^refused, un/);
});

test.each([
  ['F GAS - west', 'F GAS - WES'],
  ['F GAS - Eastern Med', 'F GAS - EAS'],
  ['A PAR over to BUR', 'A PAR - BUR'],
  ['A PAR on the way to BUR', 'A PAR - BUR'],
  ['F NTH convoys an army to NWY from YOR', 'F NTH C A YOR - NWY'],
  ['A PAR supports the army moving from MAR to BUR', 'A PAR S A MAR - BUR'],
  ['A MAR gets support from A PAR', 'A PAR S A MAR'],
  ['A MAR receives support to BUR from A PAR', 'A PAR S A MAR - BUR'],
  ['A PAR is supporting A MAR to BUR', 'A PAR S A MAR - BUR'],
  ['A PAR is sent to BUR', 'A PAR - BUR'],
  ['A YOR - NWY; via convoy', 'A YOR - NWY VIA'],
  ['A YOR - NWY\nby convoy', 'A YOR - NWY VIA'],
  ['⚔️ A PAR ➡️ BUR 🎉', 'A PAR - BUR'],
  ['A München - BUR', 'A MUN - BUR'],
  ['F NTH - Norwegen', 'F NTH - NWY'],
])('%j is %s', (text, order) => {
  expect(read(text, movement)).toBe(order);
});

test.each(['A PAR support MAR in BUR', 'F NTH supports IRI with EDI', 'ENG NTH - NWG', 'F IRI - ENG - BEL'])(
  '%j gives a place no role that its word does not give it',
  (text) => {
    expect(read(text, movement)).toMatch(/^refused/);
  },
);

test.each(['Do not waive', 'No pass', "Don't skip", 'I will not waive', 'Build A not F BRE', 'Build army not fleet in BRE'])(
  '%j is not a build that is waived',
  (text) => {
    expect(read(text, movement)).toBe('refused, unexpected-word');
  },
);

test.each([
  'A PAR supports to BUR',
  'A PAR supports France into BUR',
  'A PAR supports an attack on BUR',
  "A PAR supports A BUR's attack",
  'A PAR supports A MAR in BUR',
  'A PAR S A MAR from BUR',
  'A PAR attacks from BUR',
  'A PAR - BUR from MAR',
  'A PAR to BUR with support from MAR',
  'A PAR with support of A MAR to BUR',
  'Support an attack on BUR by A MAR',
  'Support A MAR to BUR',
  'Convoy A YOR to NWY',
  'F NTH convoys to NWY',
  'F NTH C NWY',
  'YOR C NWY',
  'A PAR, BUR',
  'A PAR in BUR',
  'A PAR does not move to BUR',
  'Do not move A PAR to BUR',
  'A PAR is not supported by A MAR',
])('%j is no order', (text) => {
  expect(read(text, movement)).toMatch(/^refused/);
});

/** Possible roles of a place after a word, from the word alone, without grammar. */
const ALLOWED: Readonly<Record<string, readonly ('unit' | 'other' | 'to')[]>> = {
  to: ['to'],
  into: ['to'],
  from: ['unit', 'other'],
  'out of': ['unit', 'other'],
  by: ['unit', 'other'],
  with: ['unit', 'other'],
  via: [],
};

test('whatever else a text says, no place has a role that its preposition does not allow', () => {
  const places = ['PAR', 'BUR', 'MAR', 'YOR', 'NTH', 'BRE', 'NWY'];
  const verbs = [
    'moves',
    'attack',
    'supports',
    'support',
    'S',
    'is supported',
    'convoys',
    'C',
    'is convoyed',
    'retreat',
    'hold',
    'R',
    '-',
    '',
  ];
  const phrase = fc.record({
    preposition: fc.constantFrom('', '', ...Object.keys(ALLOWED)),
    type: fc.constantFrom('', '', 'A', 'the army in', 'F'),
    verb: fc.constantFrom('', '', ...verbs),
  });
  const drawn = fc.tuple(
    fc.shuffledSubarray(places, { minLength: 2, maxLength: 4 }),
    fc.array(phrase, { minLength: 4, maxLength: 4 }),
  );
  let understood = 0;
  fc.assert(
    fc.property(drawn, fc.boolean(), ([chosen, phrases], hasPosition) => {
      const pieces = chosen.map((place, at) => ({ place, ...phrases[at]! }));
      const text = pieces
        .map(({ verb, preposition, type, place }) => [verb, preposition, type, place].filter(Boolean).join(' '))
        .join(' ');
      const parsed = parseOrder(text, hasPosition ? { position: movement } : {});
      if (!parsed.ok) return;
      understood++;
      const { order } = parsed;
      const roles = {
        unit: 'unit' in order ? provinceOfUnit(order.unit) : undefined,
        other: 'target' in order ? provinceOfUnit(order.target) : 'army' in order ? provinceOfUnit(order.army) : undefined,
        to: 'to' in order ? provinceOf(order.to) : undefined,
      };
      for (const { place, preposition, type } of pieces) {
        // Support is given `to A MAR`, and webDiplomacy writes `support hold to Marseilles`.
        const allowed = type === '' && !text.includes('hold') ? ALLOWED[preposition] : [...(ALLOWED[preposition] ?? []), 'other'];
        if (ALLOWED[preposition] === undefined || allowed === undefined) continue;
        for (const role of ['unit', 'other', 'to'] as const) {
          if (roles[role] === place)
            expect(`${text}: ${place} is ${role}`).toBe(`${text}: ${place} is ${allowed.includes(role) ? role : 'none'}`);
        }
      }
      // Every place is part of the order, on the way, or a repetition.
      for (const { place, preposition } of pieces) {
        if (Object.values(roles).includes(place) || place === 'NTH' || preposition === 'via') continue;
        expect(`${text}: ${place} is left out of ${formatOrder(order)}`).toBe('');
      }
    }),
    { numRuns: 2_000 },
  );
  expect(understood).toBeGreaterThan(20);
});

test('whatever is marked may come in any order, and means the order it was made from or is refused', () => {
  const constituents: readonly (readonly [string, string, readonly string[]])[] = [
    ['A PAR - BUR', 'move', ['from PAR', 'to BUR']],
    ['A PAR - BUR', 'attack', ['by A PAR', 'on BUR']],
    ['A PAR S A MAR - BUR', 'A PAR supports', ['by A MAR', 'on BUR', 'an attack']],
    ['A PAR S A MAR - BUR', 'A PAR supports', ['from MAR', 'to BUR', 'the move']],
    ['A PAR S A MAR - BUR', 'support', ['A MAR', 'to BUR', 'with A PAR']],
    ['F NTH C A YOR - NWY', 'F NTH convoys', ['from YOR', 'to NWY']],
    ['F NTH C A YOR - NWY', 'convoy', ['A YOR', 'to NWY', 'by F NTH']],
    ['A YOR - NWY VIA', 'move', ['A YOR', 'to NWY', 'via NTH']],
    ['A YOR - NWY VIA', 'move', ['from YOR', 'to NWY', 'through F NTH']],
  ];
  fc.assert(
    fc.property(
      fc
        .constantFrom(...constituents)
        .chain(([order, head, rest]) =>
          fc
            .shuffledSubarray([...rest], { minLength: rest.length })
            .map((shuffled) => ({ order, text: [head, ...shuffled].join(' ') })),
        ),
      ({ order, text }) => {
        const found = read(text, movement);
        expect([text, found.startsWith('refused') ? order : found]).toEqual([text, order]);
      },
    ),
    { numRuns: 300 },
  );
});

test('a text that repeats itself up to the limit is refused, and takes no time without end', () => {
  for (const piece of [
    'A PAR ',
    'A PAR H ',
    'PAR ',
    'A PAR - ',
    'A PAR S ',
    'to PAR ',
    'via NTH ',
    'by F NTH ',
    'A PAR and ',
    'A PAR, ',
    'army PAR ',
  ]) {
    for (const head of ['', 'move ', 'support ', 'convoy ']) {
      expect(read(`${head}${piece.repeat(80)}`.slice(0, 500), movement)).toMatch(/^refused|H$/);
    }
  }
});
