import type { Location, Unit } from '../src/values/unit.js';
import { locationOfUnit, typeOfUnit } from '../src/values/unit.js';

/** Parts of the sentences of an order. */
export interface Actors {
  /** The ordered unit. */
  readonly unit: Unit;
  /** The supported or convoyed unit. */
  readonly other: Unit;
  readonly to: Location;
  /** A sea on the way. */
  readonly sea: Location;
}

/** A sentence and the order it expresses. */
export interface Phrasing {
  readonly text: string;
  readonly order: string;
}

const TO = ['to', 'into', 'onto', 'toward', 'towards', '-', '->', '–', '→'];
const FROM = ['from', 'out of'];
const BY = ['by', 'with', 'using'];

/** A few verbs, for use in many combinations. */
const SOME_TO = ['to', 'into', '-', '→'];

const word = (unit: Unit): string => (typeOfUnit(unit) === 'A' ? 'army' : 'fleet');

/** A unit with its type, in every wording. */
const typedNames = (unit: Unit): readonly string[] => {
  const place = locationOfUnit(unit);
  return [
    unit,
    `${word(unit)} ${place}`,
    `the ${word(unit)} in ${place}`,
    `the ${word(unit)} at ${place}`,
    `the ${place} ${word(unit)}`,
  ];
};

const namesOf = (unit: Unit): readonly string[] => [...typedNames(unit), locationOfUnit(unit)];

/** Every way to say two things one after the other. */
const each = (firsts: readonly string[], ...more: readonly (readonly string[])[]): readonly string[] => {
  const [next, ...rest] = more;
  if (next === undefined) return firsts;
  const joined = firsts.flatMap((first) => next.map((second) => [first, second].filter((text) => text !== '').join(' ')));
  return each(joined, ...rest);
};

const said = (order: string, texts: readonly string[]): readonly Phrasing[] => texts.map((text) => ({ text, order }));

/** `from PAR to BUR`, `to BUR from PAR`: two phrases in either order. */
const eitherWay = (one: readonly string[], other: readonly string[]): readonly string[] => [
  ...each(one, other),
  ...each(other, one),
];

/** Sentences that send `unit` to `to`: every verb, preposition and order of the two places. */
export function phrasingsOfMove({ unit, to }: Pick<Actors, 'unit' | 'to'>): readonly Phrasing[] {
  const place = locationOfUnit(unit);
  const goes = ['moves', 'move', 'goes', 'will advance', 'is ordered to march', 'heads', 'M', 'MTO'];
  const attacks = ['attacks', 'takes', 'captures', 'occupies', 'invades', 'enters', 'conquers'];
  const commands = ['Move', 'Attack', 'Go', 'Take'];
  const some = each(SOME_TO, [to]);
  // `Attack the Paris army Burgundy` could also mean `Attack Paris (with) army Burgundy`.
  const before = [unit, `${word(unit)} ${place}`, `the ${word(unit)} in ${place}`, `the ${word(unit)} at ${place}`];
  const destinations = each(TO, [to]);
  const marked = [...destinations, ...each(['on', 'against'], [to])];
  const origins = each(FROM, [place]);
  const agents = each(BY, namesOf(unit));
  return said(`${unit} - ${to}`, [
    ...each(namesOf(unit), goes, some),
    ...each(namesOf(unit), attacks, [to]),
    ...each(namesOf(unit), ['attacks', 'attack'], marked),
    ...each(namesOf(unit), destinations),
    ...each(namesOf(unit), ['moves', ''], eitherWay(origins, some)),
    ...each(before, [to]),
    `${place} ${to}`,
    ...each(commands, namesOf(unit), some),
    ...each(['Attack', 'Take', 'Occupy'], [to], [...origins, ...agents]),
    ...each(commands, eitherWay(origins, destinations)),
    ...each(commands, eitherWay(agents, each(['to', 'on', '-'], [to]))),
    ...each(commands, before, [to]),
    ...each(['Attack', 'Take'], [to], [unit, ...before.slice(2)]),
    ...eitherWay(origins, destinations),
    ...each([word(unit)], ['', 'moves'], eitherWay(origins, destinations)),
    ...each([to], [...origins, ...agents]),
    ...each([to], origins, each(['by', 'with'], [typeOfUnit(unit), word(unit)])),
    ...each(some, [...origins, ...agents]),
    ...each([to], ['is attacked', 'is taken', 'to be invaded', 'attacked'], [...origins, ...agents]),
    ...each(['The attack', 'An attack', 'The move'], each(['of', 'by'], namesOf(unit)), marked),
    ...each(['The attack', 'An attack'], marked, each(['by'], namesOf(unit))),
    ...each(['The attack on'], [to], origins),
  ]);
}

/** Sentences that send an army over the sea. */
export function phrasingsOfConvoyedMove({ unit, to, sea }: Pick<Actors, 'unit' | 'to' | 'sea'>): readonly Phrasing[] {
  const place = locationOfUnit(unit);
  const destinations = each(TO, [to]);
  const ways = [
    'via',
    'by convoy',
    'via convoy',
    `via ${sea}`,
    `through ${sea}`,
    `by way of ${sea}`,
    `by F ${sea}`,
    `via the fleet in ${sea}`,
  ];
  return said(`${unit} - ${to} VIA`, [
    ...each(namesOf(unit), ['moves', '', 'attacks'], eitherWay(ways.slice(1), destinations)),
    ...each(namesOf(unit), ['moves', ''], destinations, ways.slice(0, 1)),
    ...each(namesOf(unit), ['is convoyed', 'convoyed'], destinations, ['', `via ${sea}`]),
    ...each(namesOf(unit), ['convoy', 'convoys'], destinations),
    ...each(['Move'], namesOf(unit), eitherWay(ways.slice(1), destinations)),
    ...each(['Move', ''], [`from ${place}`], eitherWay(ways.slice(1), destinations)),
    ...each(['Move', ''], destinations, [`from ${place}`], ways.slice(1)),
    ...each(namesOf(unit), [`- ${sea} - ${to}`, `to ${sea} to ${to}`]),
    ...each([unit, place], ['CTO', 'MoveViaConvoy'], [to]),
    ...each([unit], ['convoy', 'C'], [to]),
  ]);
}

/** Everything that is supported: `the move of A MAR to BUR`, `an attack on BUR by A MAR`. */
function supportedMoves(other: Unit, to: Location): readonly string[] {
  const place = locationOfUnit(other);
  const destinations = each(TO, [to]);
  const marked = [...each(['to', 'into', 'on', '-'], [to])];
  return [
    ...each(namesOf(other), destinations),
    ...each(namesOf(other), ['moving', 'move', 'M', 'attacking', 'MTO', 'going'], ['to', '-'], [to]),
    ...each(namesOf(other), ['attacking', 'taking', 'MTO', 'invading'], [to]),
    ...each([other, `${word(other)} ${place}`, place], [to]),
    ...each(
      ["'s move", "'s attack"].map((deed) => `${other}${deed}`),
      marked,
    ),
    ...each(['the move', 'an attack', 'attack', 'the movement'], eitherWay(each(['of', 'by'], namesOf(other)), marked)),
    ...each(['the move', 'an attack', 'attack', 'move', ''], eitherWay(each(FROM, [place]), marked)),
    ...each(['', 'the attack'], [to], each(FROM, [place])),
    ...each([to], ['attack by'], typedNames(other)),
  ];
}

const SUPPORTS = [
  'S',
  'SUP',
  'support',
  'supports',
  'is supporting',
  'will support',
  'gives support to',
  'in support of',
  'backs',
  'assists',
];

/** Sentences in which `unit` supports the move of `other` to `to`. */
export function phrasingsOfSupportedMove({ unit, other, to }: Omit<Actors, 'sea'>): readonly Phrasing[] {
  const place = locationOfUnit(unit);
  const plain = [
    ...each([other, locationOfUnit(other)], each(['to', '->', 'into'], [to])),
    ...each([other], ['moving'], [`to ${to}`]),
  ];
  return said(`${unit} S ${other} - ${to}`, [
    ...each([unit, `the ${word(unit)} at ${place}`], ['S', 'supports'], supportedMoves(other, to)),
    ...each([place], SUPPORTS.slice(1, 6), each([other], SOME_TO, [to])),
    ...each([unit], SUPPORTS.slice(6), each(typedNames(other), ['to', 'moving to'], [to])),
    ...each(['Support', 'Back'], plain, each(['with', 'by', 'from'], [unit, place])),
    ...each(['Support'], [other], eitherWay([`to ${to}`], [`with ${unit}`, `from ${place}`])),
    ...each(['With', 'By', 'From'], namesOf(unit), ['support'], plain),
    ...each(['Support the attack'], eitherWay(each(['on', 'against'], [to]), [`of ${other}`]), [`with ${unit}`]),
    ...each(
      [other, `the move of ${other}`, `the attack by ${other}`],
      [`to ${to}`, `on ${to}`],
      ['is supported by'],
      namesOf(unit),
    ),
    ...each([other], ['is supported'], eitherWay([`to ${to}`], [`by ${unit}`])),
    ...each(
      [`The attack on ${to}`],
      [`by ${other}`, `from ${locationOfUnit(other)}`],
      ['is supported by', 'is supported with'],
      [unit],
    ),
  ]);
}

/** Sentences in which `unit` supports `other` where it is. */
export function phrasingsOfSupportedHold({ unit, other }: Pick<Actors, 'unit' | 'other'>): readonly Phrasing[] {
  const place = locationOfUnit(other);
  return said(`${unit} S ${other}`, [
    ...each(namesOf(unit), SUPPORTS, typedNames(other)),
    ...each(namesOf(unit), SUPPORTS.slice(0, 6), [place], ['', 'H', 'hold', 'holding', 'to hold', 'in holding']),
    ...each(namesOf(unit), ['support hold', 'S H', 'supports hold'], ['', 'to', 'of', 'by'], namesOf(other)),
    ...each(['Support'], namesOf(other), each(['with', 'by', 'from'], namesOf(unit))),
    ...each(['With', 'From'], namesOf(unit), ['support'], namesOf(other)),
    ...each(namesOf(other), ['is supported by', 'supported by', 'holding is supported by', 'to be supported by'], namesOf(unit)),
  ]);
}

/** Sentences in which the fleet `unit` convoys the army `other`. */
export function phrasingsOfConvoy({ unit, other, to }: Omit<Actors, 'sea'>): readonly Phrasing[] {
  const place = locationOfUnit(other);
  const destinations = each(TO, [to]);
  const convoys = ['C', 'CVY', 'convoy', 'convoys', 'transports', 'carries', 'ferries', 'will convoy', 'to convoy'];
  return said(`${unit} C ${other} - ${to}`, [
    ...each(namesOf(unit), convoys, namesOf(other), destinations),
    ...each(namesOf(unit), convoys, [other, place], [to]),
    ...each(namesOf(unit), convoys, eitherWay(each(FROM, [place]), destinations)),
    ...each(namesOf(unit), convoys, [to], each(FROM, [place])),
    ...each([unit], convoys, typedNames(other), ['CTO', 'moving to', 'going to'], [to]),
    ...each(['Convoy', 'Ferry', 'Transport'], namesOf(other), destinations, each(BY, namesOf(unit))),
    ...each(['Convoy'], eitherWay(each(FROM, [place]), destinations), each(BY, namesOf(unit))),
    ...each(['Convoy'], [other], eitherWay([`to ${to}`], [`by ${unit}`, `with ${unit}`])),
    ...each(['With', 'Using'], namesOf(unit), ['convoy'], namesOf(other), destinations),
  ]);
}

/** Sentences in which a dislodged `unit` retreats to `to`. */
export function phrasingsOfRetreat({ unit, to }: Pick<Actors, 'unit' | 'to'>): readonly Phrasing[] {
  const place = locationOfUnit(unit);
  const destinations = each(TO, [to]);
  const origins = each(FROM, [place]);
  const retreats = ['R', 'RTO', 'retreats', 'retreat', 'withdraws', 'moves', ''];
  return said(`${unit} R ${to}`, [
    ...each(namesOf(unit), retreats, destinations),
    ...each(namesOf(unit), ['R', 'RTO', 'retreat'], [to]),
    ...each(['Retreat', 'Withdraw', 'Move'], namesOf(unit), destinations),
    ...each(['Retreat', 'Withdraw', ''], eitherWay(origins, destinations)),
    ...each(['Retreat'], [unit, `the ${word(unit)} in ${place}`], [to]),
    ...each(['', typeOfUnit(unit)], [to], origins, ['', 'retreat', '(retreat)']),
  ]);
}

/** Sentences with one unit and no other place. */
export function phrasingsOfUnit(unit: Unit, deed: 'H' | 'D' | 'B'): readonly Phrasing[] {
  const place = locationOfUnit(unit);
  const deeds = {
    H: {
      behind: ['H', 'HLD', 'hold', 'holds', 'stands', 'to hold', '- hold', 'stays in place'],
      first: ['Hold', 'Hold with', 'Hold in'],
    },
    D: {
      behind: ['D', 'DSB', 'REM', 'disband', 'is disbanded', 'disbands', 'boom'],
      first: ['Disband', 'Remove', 'Destroy', 'Drop'],
    },
    B: { behind: ['B', 'BLD', 'build', 'builds', 'is built'], first: ['Build', 'B', 'New', '+', 'Place', 'Raise'] },
  }[deed];
  return said(`${unit} ${deed}`, [
    ...each(deed === 'B' ? typedNames(unit) : namesOf(unit), deeds.behind),
    ...each(deeds.first, typedNames(unit)),
    ...(deed === 'D' ? each(['Remove', 'Destroy'], [`the unit at ${place}`, `the ${word(unit)} from ${place}`]) : []),
    ...(deed === 'B' ? each([place], ['Build', 'B'], [word(unit)]) : []),
  ]);
}
