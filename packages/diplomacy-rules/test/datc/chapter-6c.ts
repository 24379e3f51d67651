import type { DatcCase } from './datc-case.js';

/** Moves in a circle: chapter 6.C of the DATC. */
export const chapter6C: readonly DatcCase[] = [
  {
    id: '6.C.1',
    title: 'three units that follow each other in a circle all move',
    units: { TURKEY: ['A CON', 'A SMY', 'F ANK'] },
    orders: { TURKEY: ['F ANK - CON', 'A CON - SMY', 'A SMY - ANK'] },
    after: { TURKEY: ['A ANK', 'A SMY', 'F CON'] },
  },
  {
    id: '6.C.2',
    title: 'a circle of three moves also when one of the moves is supported',
    units: { TURKEY: ['A BUL', 'A CON', 'A SMY', 'F ANK'] },
    orders: { TURKEY: ['F ANK - CON', 'A CON - SMY', 'A SMY - ANK', 'A BUL S F ANK - CON'] },
    after: { TURKEY: ['A ANK', 'A BUL', 'A SMY', 'F CON'] },
  },
  {
    id: '6.C.3',
    title: 'a fourth unit with its eye on a place of the circle stops the whole circle',
    units: { TURKEY: ['A BUL', 'A CON', 'A SMY', 'F ANK'] },
    orders: { TURKEY: ['F ANK - CON (bounce)', 'A CON - SMY (bounce)', 'A SMY - ANK (bounce)', 'A BUL - CON (bounce)'] },
    after: { TURKEY: ['A BUL', 'A CON', 'A SMY', 'F ANK'] },
  },
  {
    id: '6.C.4',
    title: 'a circle with a convoy in it moves though one of the convoying fleets is attacked',
    units: { AUSTRIA: ['A SER', 'A TRI'], ITALY: ['F NAP'], TURKEY: ['A BUL', 'F ADR', 'F AEG', 'F ION'] },
    orders: {
      AUSTRIA: ['A TRI - SER', 'A SER - BUL'],
      TURKEY: ['A BUL - TRI', 'F AEG C A BUL - TRI', 'F ION C A BUL - TRI', 'F ADR C A BUL - TRI'],
      ITALY: ['F NAP - ION (bounce)'],
    },
    after: { AUSTRIA: ['A BUL', 'A SER'], ITALY: ['F NAP'], TURKEY: ['A TRI', 'F ADR', 'F AEG', 'F ION'] },
  },
  {
    id: '6.C.5',
    title: 'a circle stands still when a fleet that carries one of its armies is dislodged',
    units: { AUSTRIA: ['A SER', 'A TRI'], ITALY: ['F NAP', 'F TUN'], TURKEY: ['A BUL', 'F ADR', 'F AEG', 'F ION'] },
    orders: {
      AUSTRIA: ['A TRI - SER (bounce)', 'A SER - BUL (bounce)'],
      TURKEY: ['A BUL - TRI (no convoy)', 'F AEG C A BUL - TRI', 'F ION C A BUL - TRI (dislodged)', 'F ADR C A BUL - TRI'],
      ITALY: ['F NAP - ION', 'F TUN S F NAP - ION'],
    },
    after: { AUSTRIA: ['A SER', 'A TRI'], ITALY: ['F ION', 'F TUN'], TURKEY: ['A BUL', 'F ADR', 'F AEG'] },
    dislodged: { TURKEY: { 'F ION': { by: 'NAP', retreats: ['ALB', 'APU', 'EAS', 'GRE', 'TYS'] } } },
  },
  {
    id: '6.C.6',
    title: 'two armies trade places when each goes by convoy',
    units: { ENGLAND: ['A LON', 'F NTH'], FRANCE: ['A BEL', 'F ENG'] },
    orders: { ENGLAND: ['F NTH C A LON - BEL', 'A LON - BEL'], FRANCE: ['F ENG C A BEL - LON', 'A BEL - LON'] },
    after: { ENGLAND: ['A BEL', 'F NTH'], FRANCE: ['A LON', 'F ENG'] },
  },
  {
    id: '6.C.7',
    title: 'two armies by convoy do not trade places when a third wants in',
    units: { ENGLAND: ['A LON', 'F NTH'], FRANCE: ['A BEL', 'A BUR', 'F ENG'] },
    orders: {
      ENGLAND: ['F NTH C A LON - BEL', 'A LON - BEL (bounce)'],
      FRANCE: ['F ENG C A BEL - LON', 'A BEL - LON (bounce)', 'A BUR - BEL (bounce)'],
    },
    after: { ENGLAND: ['A LON', 'F NTH'], FRANCE: ['A BEL', 'A BUR', 'F ENG'] },
  },
  {
    id: '6.C.8',
    title: 'a circle that is held up does not let a supported unit dislodge the fleet of its own power',
    units: { AUSTRIA: ['A SER'], RUSSIA: ['F BLA'], TURKEY: ['A BUL', 'A SMY', 'F CON'] },
    orders: {
      TURKEY: ['F CON - BLA (bounce)', 'A BUL - CON (bounce)', 'A SMY S A BUL - CON'],
      RUSSIA: ['F BLA - BUL/EC (bounce)'],
      AUSTRIA: ['A SER - BUL (bounce)'],
    },
    after: { AUSTRIA: ['A SER'], RUSSIA: ['F BLA'], TURKEY: ['A BUL', 'A SMY', 'F CON'] },
  },
  {
    id: '6.C.9',
    title: 'a circle that is held up does not let a power help to dislodge its own fleet',
    units: { AUSTRIA: ['A BUL', 'A SER'], RUSSIA: ['F BLA'], TURKEY: ['A SMY', 'F CON'] },
    orders: {
      TURKEY: ['F CON - BLA (bounce)', 'A SMY S A BUL - CON'],
      RUSSIA: ['F BLA - BUL/EC (bounce)'],
      AUSTRIA: ['A SER - BUL (bounce)', 'A BUL - CON (bounce)'],
    },
    after: { AUSTRIA: ['A BUL', 'A SER'], RUSSIA: ['F BLA'], TURKEY: ['A SMY', 'F CON'] },
  },
];
