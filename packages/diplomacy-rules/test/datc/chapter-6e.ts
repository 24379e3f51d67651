import type { DatcCase } from './datc-case.js';

/** Head-to-head battles and beleaguered garrisons: chapter 6.E of the DATC. */
export const chapter6E: readonly DatcCase[] = [
  {
    id: '6.E.1',
    title: "a dislodged unit does not stand in the way of the unit that takes its attacker's place",
    units: { GERMANY: ['A BER', 'A SIL', 'F KIE'], RUSSIA: ['A PRU'] },
    orders: { GERMANY: ['A BER - PRU', 'F KIE - BER', 'A SIL S A BER - PRU'], RUSSIA: ['A PRU - BER (bounce, dislodged)'] },
    after: { GERMANY: ['A PRU', 'A SIL', 'F BER'] },
    dislodged: { RUSSIA: { 'A PRU': { by: 'BER', retreats: ['LVN', 'WAR'] } } },
  },
  {
    id: '6.E.2',
    title: 'two units of one power that attack each other both stay, however much support one has',
    units: { GERMANY: ['A BER', 'A MUN', 'F KIE'] },
    orders: { GERMANY: ['A BER - KIE (bounce)', 'F KIE - BER (bounce)', 'A MUN S A BER - KIE'] },
    after: { GERMANY: ['A BER', 'A MUN', 'F KIE'] },
  },
  {
    id: '6.E.3',
    title: "support in a head-to-head battle does not count against a unit of the supporter's power",
    units: { ENGLAND: ['F KIE'], GERMANY: ['A BER', 'A MUN'] },
    orders: { GERMANY: ['A BER - KIE (bounce)', 'A MUN S F KIE - BER'], ENGLAND: ['F KIE - BER (bounce)'] },
    after: { ENGLAND: ['F KIE'], GERMANY: ['A BER', 'A MUN'] },
  },
  {
    id: '6.E.4',
    title: 'the loser of a head-to-head battle who is not dislodged still keeps others out',
    units: {
      AUSTRIA: ['A KIE', 'A RUH'],
      ENGLAND: ['F EDI', 'F NWG', 'F YOR'],
      FRANCE: ['F BEL', 'F NTH'],
      GERMANY: ['F HEL', 'F HOL', 'F SKA'],
    },
    orders: {
      GERMANY: ['F HOL - NTH (bounce)', 'F HEL S F HOL - NTH', 'F SKA S F HOL - NTH'],
      FRANCE: ['F NTH - HOL (bounce)', 'F BEL S F NTH - HOL'],
      ENGLAND: ['F EDI S F NWG - NTH', 'F YOR S F NWG - NTH', 'F NWG - NTH (bounce)'],
      AUSTRIA: ['A KIE S A RUH - HOL', 'A RUH - HOL (bounce)'],
    },
    after: {
      AUSTRIA: ['A KIE', 'A RUH'],
      ENGLAND: ['F EDI', 'F NWG', 'F YOR'],
      FRANCE: ['F BEL', 'F NTH'],
      GERMANY: ['F HEL', 'F HOL', 'F SKA'],
    },
  },
  {
    id: '6.E.5',
    title: 'the loser of a head-to-head battle who is dislodged by a third unit still keeps others out',
    units: {
      AUSTRIA: ['A KIE', 'A RUH'],
      ENGLAND: ['F EDI', 'F LON', 'F NWG', 'F YOR'],
      FRANCE: ['F BEL', 'F NTH'],
      GERMANY: ['F HEL', 'F HOL', 'F SKA'],
    },
    orders: {
      GERMANY: ['F HOL - NTH (bounce)', 'F HEL S F HOL - NTH', 'F SKA S F HOL - NTH'],
      FRANCE: ['F NTH - HOL (bounce, dislodged)', 'F BEL S F NTH - HOL'],
      ENGLAND: ['F EDI S F NWG - NTH', 'F YOR S F NWG - NTH', 'F NWG - NTH', 'F LON S F NWG - NTH'],
      AUSTRIA: ['A KIE S A RUH - HOL', 'A RUH - HOL (bounce)'],
    },
    after: {
      AUSTRIA: ['A KIE', 'A RUH'],
      ENGLAND: ['F EDI', 'F LON', 'F NTH', 'F YOR'],
      FRANCE: ['F BEL'],
      GERMANY: ['F HEL', 'F HOL', 'F SKA'],
    },
    dislodged: { FRANCE: { 'F NTH': { by: 'NWG', retreats: ['DEN', 'ENG', 'NWY'] } } },
  },
  {
    id: '6.E.6',
    title: "the loser of a head-to-head battle who is spared by its own side's support still keeps others out",
    units: { AUSTRIA: ['A KIE', 'A RUH'], FRANCE: ['F BEL', 'F ENG', 'F NTH'], GERMANY: ['F HEL', 'F HOL'] },
    orders: {
      GERMANY: ['F HOL - NTH (bounce)', 'F HEL S F HOL - NTH'],
      FRANCE: ['F NTH - HOL (bounce)', 'F BEL S F NTH - HOL', 'F ENG S F HOL - NTH'],
      AUSTRIA: ['A KIE S A RUH - HOL', 'A RUH - HOL (bounce)'],
    },
    after: { AUSTRIA: ['A KIE', 'A RUH'], FRANCE: ['F BEL', 'F ENG', 'F NTH'], GERMANY: ['F HEL', 'F HOL'] },
  },
  {
    id: '6.E.7',
    title: "between two equal attacks one cannot win because of support from the defender's own power",
    units: { ENGLAND: ['F NTH', 'F YOR'], GERMANY: ['F HEL', 'F HOL'], RUSSIA: ['F NWY', 'F SKA'] },
    orders: {
      ENGLAND: ['F NTH H', 'F YOR S F NWY - NTH'],
      GERMANY: ['F HOL S F HEL - NTH', 'F HEL - NTH (bounce)'],
      RUSSIA: ['F SKA S F NWY - NTH', 'F NWY - NTH (bounce)'],
    },
    after: { ENGLAND: ['F NTH', 'F YOR'], GERMANY: ['F HEL', 'F HOL'], RUSSIA: ['F NWY', 'F SKA'] },
  },
  {
    id: '6.E.8',
    title: 'nor can it when the defender is in a head-to-head battle with one of the attackers',
    units: { ENGLAND: ['F NTH', 'F YOR'], GERMANY: ['F HEL', 'F HOL'], RUSSIA: ['F NWY', 'F SKA'] },
    orders: {
      ENGLAND: ['F NTH - NWY (bounce)', 'F YOR S F NWY - NTH'],
      GERMANY: ['F HOL S F HEL - NTH', 'F HEL - NTH (bounce)'],
      RUSSIA: ['F SKA S F NWY - NTH', 'F NWY - NTH (bounce)'],
    },
    after: { ENGLAND: ['F NTH', 'F YOR'], GERMANY: ['F HEL', 'F HOL'], RUSSIA: ['F NWY', 'F SKA'] },
  },
  {
    id: '6.E.9',
    title: 'when the defender gets away, support from its own power for one of two attackers decides',
    units: { ENGLAND: ['F NTH', 'F YOR'], GERMANY: ['F HEL', 'F HOL'], RUSSIA: ['F NWY', 'F SKA'] },
    orders: {
      ENGLAND: ['F NTH - NWG', 'F YOR S F NWY - NTH'],
      GERMANY: ['F HOL S F HEL - NTH', 'F HEL - NTH (bounce)'],
      RUSSIA: ['F SKA S F NWY - NTH', 'F NWY - NTH'],
    },
    after: { ENGLAND: ['F NWG', 'F YOR'], GERMANY: ['F HEL', 'F HOL'], RUSSIA: ['F NTH', 'F SKA'] },
  },
  {
    id: '6.E.10',
    title:
      'when the defender fails to leave in a chain of moves that is almost a circle, support from its own power decides nothing',
    units: { ENGLAND: ['F NTH', 'F YOR'], GERMANY: ['F DEN', 'F HEL', 'F HOL'], RUSSIA: ['F NWY', 'F SKA'] },
    orders: {
      ENGLAND: ['F NTH - DEN (bounce)', 'F YOR S F NWY - NTH'],
      GERMANY: ['F HOL S F HEL - NTH', 'F HEL - NTH (bounce)', 'F DEN - HEL (bounce)'],
      RUSSIA: ['F SKA S F NWY - NTH', 'F NWY - NTH (bounce)'],
    },
    after: { ENGLAND: ['F NTH', 'F YOR'], GERMANY: ['F DEN', 'F HEL', 'F HOL'], RUSSIA: ['F NWY', 'F SKA'] },
  },
  {
    id: '6.E.11',
    title: 'two units trade places, one by convoy and one to a coast, while a third attack of equal strength fails',
    units: { FRANCE: ['A SPA', 'F LYO', 'F MAO'], GERMANY: ['A GAS', 'A MAR'], ITALY: ['F POR', 'F WES'] },
    orders: {
      FRANCE: ['A SPA - POR VIA', 'F MAO C A SPA - POR', 'F LYO S F POR - SPA/NC'],
      GERMANY: ['A MAR S A GAS - SPA', 'A GAS - SPA (bounce)'],
      ITALY: ['F POR - SPA/NC', 'F WES S F POR - SPA/NC'],
    },
    after: { FRANCE: ['A POR', 'F LYO', 'F MAO'], GERMANY: ['A GAS', 'A MAR'], ITALY: ['F SPA/NC', 'F WES'] },
  },
  {
    id: '6.E.12',
    title: 'support that may not dislodge an own unit still holds up another attacker',
    units: { AUSTRIA: ['A BUD', 'A SER'], ITALY: ['A VIE'], RUSSIA: ['A GAL', 'A RUM'] },
    orders: {
      AUSTRIA: ['A BUD - RUM (bounce)', 'A SER S A VIE - BUD'],
      ITALY: ['A VIE - BUD (bounce)'],
      RUSSIA: ['A GAL - BUD (bounce)', 'A RUM S A GAL - BUD'],
    },
    after: { AUSTRIA: ['A BUD', 'A SER'], ITALY: ['A VIE'], RUSSIA: ['A GAL', 'A RUM'] },
  },
  {
    id: '6.E.13',
    title: 'a unit attacked by three equals stays',
    units: { ENGLAND: ['F EDI', 'F YOR'], FRANCE: ['F BEL', 'F ENG'], GERMANY: ['F NTH'], RUSSIA: ['F NWG', 'F NWY'] },
    orders: {
      ENGLAND: ['F EDI S F YOR - NTH', 'F YOR - NTH (bounce)'],
      FRANCE: ['F BEL - NTH (bounce)', 'F ENG S F BEL - NTH'],
      GERMANY: ['F NTH H'],
      RUSSIA: ['F NWG - NTH (bounce)', 'F NWY S F NWG - NTH'],
    },
    after: { ENGLAND: ['F EDI', 'F YOR'], FRANCE: ['F BEL', 'F ENG'], GERMANY: ['F NTH'], RUSSIA: ['F NWG', 'F NWY'] },
  },
  {
    id: '6.E.14',
    title: 'a unit whose attack in return is impossible still defends its place',
    units: { ENGLAND: ['A LVP'], RUSSIA: ['F EDI'] },
    orders: { ENGLAND: ['A LVP - EDI (bounce)'], RUSSIA: ['F EDI - LVP (void)'] },
    after: { ENGLAND: ['A LVP'], RUSSIA: ['F EDI'] },
  },
  {
    id: '6.E.15',
    title: 'in a head-to-head battle where both sides have rivals and help, nobody moves',
    units: {
      ENGLAND: ['A RUH', 'F HOL'],
      FRANCE: ['A KIE', 'A MUN', 'A SIL'],
      GERMANY: ['A BER', 'F DEN', 'F HEL'],
      RUSSIA: ['A PRU', 'F BAL'],
    },
    orders: {
      ENGLAND: ['F HOL S A RUH - KIE', 'A RUH - KIE (bounce)'],
      FRANCE: ['A KIE - BER (bounce)', 'A MUN S A KIE - BER', 'A SIL S A KIE - BER'],
      GERMANY: ['A BER - KIE (bounce)', 'F DEN S A BER - KIE', 'F HEL S A BER - KIE'],
      RUSSIA: ['F BAL S A PRU - BER', 'A PRU - BER (bounce)'],
    },
    after: {
      ENGLAND: ['A RUH', 'F HOL'],
      FRANCE: ['A KIE', 'A MUN', 'A SIL'],
      GERMANY: ['A BER', 'F DEN', 'F HEL'],
      RUSSIA: ['A PRU', 'F BAL'],
    },
  },
];
