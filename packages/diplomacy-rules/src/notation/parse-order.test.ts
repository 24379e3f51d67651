import { expect, test } from 'vitest';
import type { ParseOptions } from '../rules-options.js';
import type { Phase } from '../values/phase.js';
import type { Position } from '../values/position.js';
import type { Power } from '../values/power.js';
import { POWERS } from '../values/power.js';
import type { Unit } from '../values/unit.js';
import type { RefusalKind } from './complaint.js';
import { REFUSAL_KINDS } from './complaint.js';
import { formatOrder } from './format-order.js';
import { parseOrder } from './parse-order.js';

const positionIn = (
  phase: Phase,
  units: Partial<Position['units']>,
  { centers = {}, retreats = {} }: { centers?: Partial<Position['centers']>; retreats?: Partial<Position['retreats']> } = {},
): Position => {
  const byPower = <T>(given: Partial<Record<Power, T>>, none: T) =>
    Object.fromEntries(POWERS.map((power) => [power, given[power] ?? none])) as Record<Power, T>;
  return { phase, units: byPower(units, []), centers: byPower(centers, []), retreats: byPower(retreats, {}) };
};

const movement = positionIn('S1901M', {
  ENGLAND: ['A LON', 'F NTH', 'F EDI', 'F IRI'],
  FRANCE: ['A PAR', 'F MAO', 'F SPA/SC', 'F GAS', 'A MAR', 'A BUR'],
  GERMANY: ['A MUN', 'A RUH'],
  RUSSIA: ['F STP/SC', 'A MOS', 'F BLA'],
  TURKEY: ['F CON', 'A BUL'],
});
const retreats = positionIn(
  'S1901R',
  { ITALY: ['A MAR'], GERMANY: ['A BUR', 'F LYO'], FRANCE: ['F BRE'] },
  { retreats: { FRANCE: { 'A MAR': ['GAS', 'SPA'], 'F SPA/SC': ['MAO', 'POR'] } } },
);
const winter = positionIn(
  'W1901A',
  { FRANCE: ['A MAR', 'F SPA/SC'], RUSSIA: ['A MOS'] },
  { centers: { FRANCE: ['BRE', 'MAR', 'PAR', 'SPA'], RUSSIA: ['MOS', 'STP', 'SEV'] } },
);

const POSITIONS = { movement, retreats, winter, none: undefined };

const read = (text: string, options: ParseOptions = {}) => {
  const parsed = parseOrder(text, options);
  if (parsed.ok) return formatOrder(parsed.order);
  const { kind, piece, suggestion } = parsed.refusal;
  return { kind, piece, ...(suggestion === undefined ? {} : { suggestion }) };
};

// Texts with the same meaning with a position and without one.
test.each([
  // Words for each kind of order.
  ['A PAR H', 'A PAR H'],
  ['A PAR hold', 'A PAR H'],
  ['A London Hold', 'A LON H'],
  ['Army Paris holds', 'A PAR H'],
  ['A PAR stands', 'A PAR H'],
  ['the French army in Paris stays in place', 'A PAR H'],
  ['A PAR to hold', 'A PAR H'],
  ['A PAR - hold', 'A PAR H'],
  ['HOLD A PAR', 'A PAR H'],
  ['PAR H', 'A PAR H'],
  ['Paris: hold', 'A PAR H'],
  ['F NTH H', 'F NTH H'],
  ['NTH H', 'F NTH H'],
  ['Fleet North Sea holds', 'F NTH H'],
  ['A PAR - BUR', 'A PAR - BUR'],
  ['a par-bur', 'A PAR - BUR'],
  ['PAR-BUR', 'A PAR - BUR'],
  ['A PAR BUR', 'A PAR - BUR'],
  ['A PAR-BUR', 'A PAR - BUR'],
  ['Army Paris to Burgundy', 'A PAR - BUR'],
  ['Paris army to Burgundy', 'A PAR - BUR'],
  ['ARMY PARIS MOVES TO BURGUNDY', 'A PAR - BUR'],
  ['A Paris moves to Burgundy', 'A PAR - BUR'],
  ['Move A PAR to BUR', 'A PAR - BUR'],
  ['Move the army from Paris to Burgundy', 'A PAR - BUR'],
  ['A PAR attacks BUR', 'A PAR - BUR'],
  ['A PAR into BUR', 'A PAR - BUR'],
  ['A PAR → BUR', 'A PAR - BUR'],
  ['A PAR -> BUR', 'A PAR - BUR'],
  ['A PAR --> BUR', 'A PAR - BUR'],
  ['A PAR ➔ BUR', 'A PAR - BUR'],
  ['A PAR ⇒ BUR', 'A PAR - BUR'],
  ['A PAR => BUR', 'A PAR - BUR'],
  ['A PAR > BUR', 'A PAR - BUR'],
  ['A PAR – BUR', 'A PAR - BUR'],
  ['A PAR — BUR', 'A PAR - BUR'],
  ['A PAR − BUR', 'A PAR - BUR'],
  ['A PAR ➡️ BUR', 'A PAR - BUR'],
  ['A PAR -&gt; BUR', 'A PAR - BUR'],
  ['Ａ ＰＡＲ － ＢＵＲ', 'A PAR - BUR'],
  ['A_PAR - BUR', 'A PAR - BUR'],
  ['A PAR S A BUR', 'A PAR S A BUR'],
  ['A PAR S A BUR H', 'A PAR S A BUR'],
  ['A PAR supports A BUR holding', 'A PAR S A BUR'],
  ['A PAR S BUR', 'A PAR S A BUR'],
  ['A PAR in support of A BUR', 'A PAR S A BUR'],
  ['A PAR S A MAR - BUR', 'A PAR S A MAR - BUR'],
  ['A PAR S MAR - BUR', 'A PAR S A MAR - BUR'],
  ['A PAR S (A MAR - BUR)', 'A PAR S A MAR - BUR'],
  ['A PAR SUP A MAR BUR', 'A PAR S A MAR - BUR'],
  ['A PAR supports A MAR into BUR', 'A PAR S A MAR - BUR'],
  ['A PAR gives support to A MAR moving to BUR', 'A PAR S A MAR - BUR'],
  ['Army Paris supports the attack of Army Marseilles on Burgundy', 'A PAR S A MAR - BUR'],
  ["Army Paris supports Army Marseilles' move to Burgundy", 'A PAR S A MAR - BUR'],
  ['A PAR in support of A MAR to BUR', 'A PAR S A MAR - BUR'],
  ['F NTH C A LON - BEL', 'F NTH C A LON - BEL'],
  ['F NTH convoys A LON to BEL', 'F NTH C A LON - BEL'],
  ['North Sea convoys London to Belgium', 'F NTH C A LON - BEL'],
  ['F NTH to convoy A LON to BEL', 'F NTH C A LON - BEL'],
  ['NTH C LON BEL', 'F NTH C A LON - BEL'],
  ['F NTH C A LON - BEL VIA', 'F NTH C A LON - BEL'],
  ['A LON - BEL VIA', 'A LON - BEL VIA'],
  ['A LON - BEL VIA CONVOY', 'A LON - BEL VIA'],
  ['A LON - BEL by convoy', 'A LON - BEL VIA'],
  ['A LON - BEL (via convoy)', 'A LON - BEL VIA'],
  ['A LON convoy to BEL', 'A LON - BEL VIA'],
  ['A LON is convoyed to BEL via NTH', 'A LON - BEL VIA'],
  ['A LON - NTH - BEL', 'A LON - BEL VIA'],
  ['A LON via NTH to BEL', 'A LON - BEL VIA'],
  ['A LON - BEL VIA F NTH and F HEL', 'A LON - BEL VIA'],
  ['A MAR R GAS', 'A MAR R GAS'],
  ['retreat A MAR to GAS', 'A MAR R GAS'],
  ['A MAR retreats to Gascony', 'A MAR R GAS'],
  ['A MAR D', 'A MAR D'],
  ['A MAR disbands', 'A MAR D'],
  ['disband A MAR', 'A MAR D'],
  ['remove the army in Marseilles', 'A MAR D'],
  ['RETREAT A MAR DISBAND', 'A MAR D'],
  ['A LON D', 'A LON D'],
  ['A PAR B', 'A PAR B'],
  ['B A PAR', 'A PAR B'],
  ['build army Paris', 'A PAR B'],
  ['Build an army in Paris.', 'A PAR B'],
  ['Build a fleet in London', 'F LON B'],
  ['A PAR build', 'A PAR B'],
  ['Build PAR', 'A PAR B'],
  ['A SER B', 'A SER B'],
  ['BUILD F STP/NC', 'F STP/NC B'],
  ['A STP/NC B', 'A STP B'],
  ['WAIVE', 'WAIVE'],
  ['waive build', 'WAIVE'],
  ['Waive the build.', 'WAIVE'],
  // Coasts.
  ['F MAO - SPA/NC', 'F MAO - SPA/NC'],
  ['F MAO - SPA (nc)', 'F MAO - SPA/NC'],
  ['F MAO - SPA NC', 'F MAO - SPA/NC'],
  ['F MAO-SPA-NC', 'F MAO - SPA/NC'],
  ['F MAO - Spain north coast', 'F MAO - SPA/NC'],
  ['F MAO - Spain (North Coast)', 'F MAO - SPA/NC'],
  ['F MAO to the north coast of Spain', 'F MAO - SPA/NC'],
  ['F STP/S - BOT', 'F STP/SC - BOT'],
  ['F STP (S) - BOT', 'F STP/SC - BOT'],
  ['F StPsc - BOT', 'F STP/SC - BOT'],
  ['F St. Petersburg (SC) - Gulf of Bothnia', 'F STP/SC - BOT'],
  ['Fleet St Petersburg south coast to Bothnia', 'F STP/SC - BOT'],
  ['F STP - BOT', 'F STP/SC - BOT'],
  ['F GAS - SPA', 'F GAS - SPA/NC'],
  ['F BLA - BUL', 'F BLA - BUL/EC'],
  ['F BLA - BUL/NC', 'F BLA - BUL/EC'],
  ['A MAR - SPA/NC', 'A MAR - SPA'],
  ['A BUR S A MAR - SPA/SC', 'A BUR S A MAR - SPA'],
  ['F GAS S F MAO - SPA', 'F GAS S F MAO - SPA'],
  ['F GAS S F MAO - SPA/NC', 'F GAS S F MAO - SPA/NC'],
  // Names of places.
  ['A mos - Saint Petersburg', 'A MOS - STP'],
  ['A Mos - St. Petersburg.', 'A MOS - STP'],
  ['F NTH - NOR', 'F NTH - NWY'],
  ['F NTH - Norway', 'F NTH - NWY'],
  ['F NTH - Norwegian Sea', 'F NTH - NWG'],
  ['F IRI - Mid Atlantic', 'F IRI - MAO'],
  ['F IRI - mid-atlantic', 'F IRI - MAO'],
  ['F IRI - English Channel', 'F IRI - ENG'],
  ['F IRI - North Atl', 'F IRI - NAO'],
  ['F NTH - nor sea', 'F NTH - NTH'],
  ['F NTH-SKAGERRACK', 'F NTH - SKA'],
  ['F CON - Constant', 'F CON - CON'],
  ['A SWE-DEN', 'A SWE - DEN'],
  ['F North Sea (NTH) - Norwegian Sea (NWG)', 'F NTH - NWG'],
  // Owners of units.
  ['A PAR S FRENCH A BUR', 'A PAR S A BUR'],
  ['A PAR S FRA A BUR', 'A PAR S A BUR'],
  ["Germany's army in Munich supports Russia's army in Moscow to Burgundy", 'A MUN S A MOS - BUR'],
  ['English F NTH - English Channel', 'F NTH - ENG'],
  ['FRANCE: A PAR H', 'A PAR H'],
  ['[FRANCE] A PAR H', 'A PAR H'],
  ['fra: A PAR - BUR', 'A PAR - BUR'],
  // Text around an order.
  ['A PAR - BUR # attack', 'A PAR - BUR'],
  ['A PAR - BUR // A MAR H', 'A PAR - BUR'],
  ['A PAR - BUR (attack)', 'A PAR - BUR'],
  ['A PAR - BUR (A MAR supports', 'A PAR - BUR'],
  ['A PAR - BUR (then, A MAR H)', 'A PAR - BUR'],
  ['F NTH C A LON, BEL; a good plan', 'F NTH C A LON - BEL'],
  ['A PAR - BUR; because Germany comes', 'A PAR - BUR'],
  ['A PAR - BUR, supported by Marseilles', 'A PAR - BUR'],
  ['A PAR - BUR.', 'A PAR - BUR'],
  ['1. A PAR - BUR', 'A PAR - BUR'],
  ['2) A PAR - BUR', 'A PAR - BUR'],
  ['- A PAR - BUR', 'A PAR - BUR'],
  ['* A PAR - BUR', 'A PAR - BUR'],
  ['• **A PAR - BUR**', 'A PAR - BUR'],
  ['### A PAR - BUR', 'A PAR - BUR'],
  ['"A PAR - BUR",', 'A PAR - BUR'],
  ['`A PAR - BUR`', 'A PAR - BUR'],
  ['✅ A PAR - BUR 🎉', 'A PAR - BUR'],
  ['\tA PAR  -\u00a0BUR\n', 'A PAR - BUR'],
  ['My order:\nA PAR - BUR', 'A PAR - BUR'],
  // The words of other programs and of people.
  ['A MAR SUPPORT HOLD A PAR', 'A MAR S A PAR'],
  ['A PAR s h mun', 'A PAR S A MUN'],
  ['A PAR HLD', 'A PAR H'],
  ['A YOR CONVOY NWY', 'A YOR - NWY VIA'],
  ['waive build par', 'WAIVE'],
  ['Waive Paris', 'WAIVE'],
  ['WAIVE A PAR', 'WAIVE'],
  ['waive 1', 'WAIVE'],
  ['w 2', 'WAIVE'],
  ['PASS', 'WAIVE'],
  ['NO BUILD', 'WAIVE'],
  ["Don't build.", 'WAIVE'],
  ['Do not use build order.', 'WAIVE'],
  ['(ENG WVE)', 'WAIVE'],
  ['+ A PAR', 'A PAR B'],
  ['NEW A PAR', 'A PAR B'],
  ['place army par', 'A PAR B'],
  ['par Build Army', 'A PAR B'],
  ['stp/nc Build Fleet', 'F STP/NC B'],
  ['bur boom', 'A BUR D'],
  ['drop f tri', 'F TRI D'],
  ['F STP\\SC - BOT', 'F STP/SC - BOT'],
  ['F SC STP - BOT', 'F STP/SC - BOT'],
  ['F MAO - NC SPA', 'F MAO - SPA/NC'],
  ['( ( RUS FLT ( STP SCS ) ) MTO GOB )', 'F STP/SC - BOT'],
  ['ENG FLT NTH MTO NWG', 'F NTH - NWG'],
  ['((ENG AMY YOR) CTO NWY VIA (NTH))', 'A YOR - NWY VIA'],
  ['((ENG AMY LON) CTO GAS VIA (ECH MAO))', 'A LON - GAS VIA'],
  ['lon MoveViaConvoy bel', 'A LON - BEL VIA'],
  ['the boat in the North Sea sails to Norway', 'F NTH - NWY'],
  ['ship NTH - NWY', 'F NTH - NWY'],
  ['cannon Paris to Burgundy', 'A PAR - BUR'],
  ['A PAR takes BUR', 'A PAR - BUR'],
  ['A PAR captures BUR', 'A PAR - BUR'],
  ['A PAR occupies BUR', 'A PAR - BUR'],
  ['F NTH ferries A YOR to BEL', 'F NTH C A YOR - BEL'],
  ['A PAR backs A BUR', 'A PAR S A BUR'],
  ['A PAR assists A MAR to BUR', 'A PAR S A MAR - BUR'],
  ['F ION - eastern med', 'F ION - EAS'],
  ['F ION - E Med', 'F ION - EAS'],
  ['F NTH - Skagerakk', 'F NTH - SKA'],
  ['F EDI - N. Sea', 'F EDI - NTH'],
  ['F EDI - Nwg Sea', 'F EDI - NWG'],
  ['F STP south - BOT', 'F STP/SC - BOT'],
  ['A MOS - st petersberg', 'A MOS - STP'],
  // Understood, though illegal: the parser does not check.
  ['A PAR - LON', 'A PAR - LON'],
  ['A PAR - PAR', 'A PAR - PAR'],
  ['A NTH - NWY', 'A NTH - NWY'],
  ['A MAR - Switzerland', 'A MAR - SWI'],
  ['F NTH - STP', 'F NTH - STP'],
  ['F NTH C F EDI - BEL', 'F NTH C F EDI - BEL'],
])('%j is %s', (text, order) => {
  expect(read(text)).toBe(order);
  expect(read(text, { position: movement })).toBe(order);
});

test.each<[keyof typeof POSITIONS, string, string]>([
  ['movement', 'EDI H', 'F EDI H'],
  ['movement', 'MAR S SPA', 'A MAR S F SPA/SC'],
  ['movement', 'F SPA H', 'F SPA/SC H'],
  ['movement', 'F SPA/NC - LYO', 'F SPA/SC - LYO'],
  ['movement', 'A MAR S F SPA/NC', 'A MAR S F SPA/SC'],
  ['movement', 'A MAR S F SPA - POR', 'A MAR S F SPA/SC - POR'],
  ['movement', 'A BUL/EC H', 'A BUL H'],
  ['movement', 'CON - BUL/EC', 'F CON - BUL/EC'],
  ['movement', 'NTH C LON - BEL', 'F NTH C A LON - BEL'],
  ['movement', 'LON - HOL', 'A LON - HOL'],
  // No unit of this type stands there; the rules refuse it.
  ['movement', 'F LON H', 'F LON H'],
  ['movement', 'F BUL H', 'F BUL H'],
  ['movement', 'A SPA - GAS', 'A SPA - GAS'],
  ['retreats', 'A MAR - GAS', 'A MAR R GAS'],
  ['retreats', 'MAR GAS', 'A MAR R GAS'],
  ['retreats', 'Marseilles to Gascony', 'A MAR R GAS'],
  ['retreats', 'SPA - MAO', 'F SPA/SC R MAO'],
  ['retreats', 'F SPA R POR', 'F SPA/SC R POR'],
  ['retreats', 'A MAR - GAS VIA', 'A MAR - GAS VIA'],
  ['retreats', 'MAR disband', 'A MAR D'],
  ['winter', 'F SPA D', 'F SPA/SC D'],
  ['winter', 'remove MAR', 'A MAR D'],
  ['winter', 'build F BRE', 'F BRE B'],
  ['winter', 'build MOS', 'A MOS B'],
])('in position %s, %j is %s', (position, text, order) => {
  expect(read(text, { position: POSITIONS[position] })).toBe(order);
});

test.each([
  ['A MAR S F SPA', 'A MAR S F SPA'],
  ['A MAR S F SPA/NC', 'A MAR S F SPA/NC'],
  ['F SPA/NC - LYO', 'F SPA/NC - LYO'],
  ['MAR - BUR', 'A MAR - BUR'],
  ['BRE - ENG', 'F BRE - ENG'],
  ['GAS - SPA/NC', 'F GAS - SPA/NC'],
  ['LON - BEL VIA', 'A LON - BEL VIA'],
  ['BRE C PIC - BEL', 'F BRE C A PIC - BEL'],
  ['A PAR S MAR - BUR', 'A PAR S A MAR - BUR'],
])('without a position the map alone tells that %j is %s', (text, order) => {
  expect(read(text)).toBe(order);
});

test.each<[keyof typeof POSITIONS, string, RefusalKind, string, string?]>([
  ['movement', '', 'empty', ''],
  ['movement', ' \n\t', 'empty', ''],
  ['movement', '"..."', 'empty', ''],
  ['movement', `A PAR - BUR ${'x'.repeat(489)}`, 'too-long', `A PAR - BUR ${'x'.repeat(489)}`],
  ['movement', 'A PAR H, A MAR H', 'several-orders', 'A PAR H, A MAR H'],
  ['movement', 'A PAR - BUR; A MAR S A PAR - BUR', 'several-orders', 'A PAR - BUR; A MAR S A PAR - BUR'],
  ['movement', 'A PAR H.\nA MAR H.', 'several-orders', 'A PAR H.\nA MAR H'],
  ['movement', 'A PAR flies to BUR', 'unknown-word', 'flies', 'A PAR - BUR'],
  ['movement', 'A PAR SUPORTS A BUR', 'unknown-word', 'SUPORTS', 'A PAR S A BUR'],
  ['movement', 'A PAR - BUR @ dawn', 'unknown-word', '@', 'A PAR - BUR'],
  ['movement', 'hello world', 'unknown-word', 'hello'],
  ['movement', 'A PAR A BUR', 'unexpected-word', 'A', 'A PAR - BUR'],
  ['movement', 'A PAR H - BUR', 'unexpected-word', '-', 'A PAR - BUR'],
  ['none', 'LON F NTH', 'unexpected-word', 'F'],
  ['movement', 'A PAR - BURGUNDEEE', 'unknown-place', 'BURGUNDEEE', 'A PAR - BUR'],
  ['movement', 'A PAR BURGUNDEEE', 'unknown-place', 'BURGUNDEEE', 'A PAR - BUR'],
  ['movement', 'A PRA - BUR', 'unknown-place', 'PRA', 'A PAR - BUR'],
  ['movement', 'Parisss holds', 'unknown-place', 'Parisss', 'A PAR H'],
  ['movement', 'A PAR S A MAR (- BURGUNDEEE)', 'unknown-place', 'BURGUNDEEE', 'A PAR S A MAR - BUR'],
  ['movement', 'A PAR (our best) - BURGUNDEEE', 'unknown-place', 'BURGUNDEEE', 'A PAR - BUR'],
  ['movement', 'A PAR S (A MARR - BUR)', 'unknown-place', 'MARR', 'A PAR S A MAR - BUR'],
  ['movement', 'A PAR - Atlantis', 'unknown-place', 'Atlantis', 'A PAR H'],
  ['movement', 'F EDI - North Seaaaa', 'unknown-place', 'North Seaaaa', 'F EDI - NTH'],
  ['movement', 'F STP/SC - Gulf of Boytunnia', 'unknown-place', 'Gulf of Boytunnia', 'F STP/SC - BOT'],
  ['movement', 'F IRI - NORTH', 'ambiguous-place', 'NORTH', 'F IRI - NAO'],
  ['movement', 'F STP - Gulf', 'ambiguous-place', 'Gulf', 'F STP/SC - BOT'],
  ['movement', 'F MAO - SPA/EC', 'unknown-coast', 'EC', 'F MAO - SPA/NC'],
  ['movement', 'F MAO - Spain (east coast)', 'unknown-coast', 'east coast', 'F MAO - SPA/NC'],
  ['movement', 'F MAO - POR/SC', 'unknown-coast', 'SC', 'F MAO - POR'],
  ['movement', 'F MAO to the east coast of Spain', 'unknown-coast', 'east coast', 'F MAO - SPA/NC'],
  ['movement', 'A PAR/BUR', 'unknown-coast', 'BUR', 'A PAR H'],
  ['movement', 'F MAO - SPA', 'coast-missing', 'SPA', 'F MAO - SPA/NC'],
  ['movement', 'F MAO - SPA (attack)', 'coast-missing', 'SPA', 'F MAO - SPA/NC'],
  ['movement', 'F CON - Bulgaria', 'coast-missing', 'Bulgaria', 'F CON - BUL/EC'],
  ['none', 'F SPA H', 'coast-missing', 'SPA'],
  ['none', 'F SPA - MAO', 'coast-missing', 'SPA'],
  ['winter', 'F STP B', 'coast-missing', 'STP', 'F STP/NC B'],
  ['none', 'BRE H', 'unit-type-missing', 'BRE'],
  ['none', 'A PIC S BRE', 'unit-type-missing', 'BRE'],
  ['movement', 'Brest - Picardy', 'unit-type-missing', 'Brest'],
  ['winter', 'BRE B', 'unit-type-missing', 'BRE', 'A BRE B'],
  ['movement', 'hold', 'unit-missing', 'hold'],
  ['movement', 'S A MAR - BUR', 'unit-missing', 'S', 'A MAR - BUR'],
  ['movement', 'A PAR', 'order-missing', 'A PAR', 'A PAR H'],
  ['movement', 'A PAR -', 'place-missing', '-', 'A PAR H'],
  ['movement', 'A PAR S', 'place-missing', 'S', 'A PAR H'],
  ['movement', 'A PAR - BUR -', 'place-missing', '-', 'A PAR - BUR'],
  ['movement', 'F NTH C A LON', 'place-missing', 'LON', 'F NTH S A LON'],
  ['movement', 'A - BUR', 'place-missing', 'A', 'A BUR H'],
  ['movement', 'A LON VIA', 'place-missing', 'VIA', 'A LON H'],
  ['movement', 'A PAR - BUR - MUN', 'route-not-at-sea', 'BUR', 'A PAR - BUR'],
])('in position %s, %j is refused', (position, text, kind, piece, suggestion) => {
  expect(read(text, { position: POSITIONS[position] })).toEqual({
    kind,
    piece,
    ...(suggestion === undefined ? {} : { suggestion }),
  });
});

test('every kind of refusal names what it is about in its message', () => {
  const texts: Readonly<Record<RefusalKind, [string, string]>> = {
    empty: ['', 'There is no order in the text; write one such as A PAR - BUR.'],
    'too-long': [
      'x'.repeat(501),
      'The text is longer than 500 characters; write one order, such as A PAR - BUR, and nothing else.',
    ],
    'several-orders': [
      'A PAR H; A MAR H',
      'There is more than one order in the text: "A PAR H" and "A MAR H"; write each of them separately.',
    ],
    'ambiguous-order': [
      'Attack Burgundy Paris',
      '"Attack Burgundy Paris" could be A BUR - PAR or A PAR - BUR; write the one you mean just so.',
    ],
    'two-origins': [
      'A PAR to BUR from MAR',
      'The unit is in Paris (PAR), so it does not come from "MAR"; name one of the two places.',
    ],
    'unknown-word': ['A PAR flies', '"flies" is not a word of an order.'],
    'unexpected-word': ['A PAR H BUR', '"BUR" does not fit where it stands.'],
    'unknown-place': ['A PRA H', 'No place is called "PRA"; the nearest name is Paris (PAR).'],
    'ambiguous-place': ['F EDI - Nort', '"Nort" can be North Africa (NAF), North Atlantic Ocean (NAO) or North Sea (NTH).'],
    'unknown-coast': ['F MAO - SPA/EC', '"EC" is not a coast of Spain (SPA); write SPA/NC or SPA/SC.'],
    'coast-missing': ['F CON - BUL', '"BUL" has several coasts; write BUL/EC or BUL/SC.'],
    'unit-type-missing': ['BRE H', 'Whether the unit in Brest (BRE) is an army or a fleet is not said; write A BRE or F BRE.'],
    'unit-missing': ['supports A PAR', '"supports" does not say which unit is meant; name it first, as in A PAR H.'],
    'other-missing': [
      'A PAR supports to BUR',
      '"A PAR supports to BUR" does not say which unit is supported or convoyed; name it, as in A PAR S A MAR - BUR or F NTH C A LON - BEL.',
    ],
    'order-missing': ['A PAR', '"A PAR" does not say what the unit does; add it, as in A PAR H or A PAR - BUR.'],
    'place-missing': ['A PAR to', 'After "to" the name of a place is missing.'],
    'route-not-at-sea': ['A PAR - BUR - MUN', '"BUR" is not at sea, so no convoy passes there; an order names one move only.'],
  };
  for (const kind of REFUSAL_KINDS) {
    const [text, message] = texts[kind];
    expect(parseOrder(text)).toMatchObject({ ok: false, refusal: { kind, text, message } });
  }
});

test('a long piece is cut short in the message only', () => {
  const word = 'Q'.repeat(300);
  const parsed = parseOrder(`A PAR - ${word}`);
  expect(parsed).toMatchObject({ ok: false, refusal: { piece: word, message: `No place is called "${'Q'.repeat(60)}…".` } });
});

test('a suggestion is an order of the power that was named, of any power otherwise', () => {
  expect(read('A LOM - WAL', { position: movement })).toMatchObject({ suggestion: 'A LON - WAL' });
  expect(read('A LOM - WAL', { position: movement, power: 'TURKEY' })).toEqual({ kind: 'unknown-place', piece: 'LOM' });
  expect(read('A BUL - GRE - XX', { position: movement, power: 'TURKEY' })).toMatchObject({ suggestion: 'A BUL - GRE' });
});

test('the same order is the same frozen object, however it is written', () => {
  const [first, second] = [parseOrder('A PAR - BUR'), parseOrder('Army Paris to Burgundy', { position: movement })];
  expect(first.ok && second.ok && first.order === second.order && Object.isFrozen(first.order)).toBe(true);
});

test('the same text means another thing in another position', () => {
  expect(read('BRE H', { position: positionIn('S1901M', { FRANCE: ['A BRE'] }) })).toBe('A BRE H');
  expect(read('BRE H', { position: positionIn('S1901M', { FRANCE: ['F BRE'] }) })).toBe('F BRE H');
  expect(read('BRE H')).toMatchObject({ kind: 'unit-type-missing' });
});

test('a unit named in a position is the one that stands there, of whatever power', () => {
  const units: Unit[] = ['F STP/NC'];
  expect(read('STP - NWY', { position: positionIn('S1901M', { TURKEY: units }), power: 'FRANCE' })).toBe('F STP/NC - NWY');
});

test.each(['', 'x'])('what a message quotes is never cut through a character of two units, behind "%s"', (lead) => {
  const parsed = parseOrder(`${lead}${'𝒳'.repeat(90)}`);
  const message = parsed.ok ? '' : parsed.refusal.message;
  expect(message).toContain('𝒳…');
});
