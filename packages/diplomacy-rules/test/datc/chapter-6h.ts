import type { DatcCase } from './datc-case.js';

/** Retreats: chapter 6.H of the DATC. */
export const chapter6H: readonly DatcCase[] = [
  {
    id: '6.H.1',
    title: 'support does not help a retreat',
    units: { AUSTRIA: ['A SER', 'F TRI'], ITALY: ['A TYR', 'A VEN', 'F AEG', 'F ION'], TURKEY: ['F GRE'] },
    orders: {
      AUSTRIA: ['F TRI H (dislodged)', 'A SER H'],
      TURKEY: ['F GRE H (dislodged)'],
      ITALY: ['A VEN S A TYR - TRI', 'A TYR - TRI', 'F ION - GRE', 'F AEG S F ION - GRE'],
    },
    after: { AUSTRIA: ['A SER'], ITALY: ['A TRI', 'A VEN', 'F AEG', 'F GRE'] },
    dislodged: {
      AUSTRIA: { 'F TRI': { by: 'TYR', retreats: ['ADR', 'ALB'] } },
      TURKEY: { 'F GRE': { by: 'ION', retreats: ['ALB', 'BUL/SC'] } },
    },
    retreat: {
      orders: { AUSTRIA: ['F TRI R ALB', 'A SER S F TRI - ALB'], TURKEY: ['F GRE R ALB'] },
      after: { AUSTRIA: ['A SER'], ITALY: ['A TRI', 'A VEN', 'F AEG', 'F GRE'] },
      disbanded: { AUSTRIA: ['F TRI'], TURKEY: ['F GRE'] },
    },
  },
  {
    id: '6.H.2',
    title: 'a dislodged unit cannot support the retreat of another',
    units: { ENGLAND: ['A LVP', 'F NWY', 'F YOR'], GERMANY: ['A KIE', 'A RUH'], RUSSIA: ['A FIN', 'A SWE', 'F EDI', 'F HOL'] },
    orders: {
      ENGLAND: ['A LVP - EDI', 'F YOR S A LVP - EDI', 'F NWY H (dislodged)'],
      GERMANY: ['A KIE S A RUH - HOL', 'A RUH - HOL'],
      RUSSIA: ['F EDI H (dislodged)', 'A SWE S A FIN - NWY', 'A FIN - NWY', 'F HOL H (dislodged)'],
    },
    after: { ENGLAND: ['A EDI', 'F YOR'], GERMANY: ['A HOL', 'A KIE'], RUSSIA: ['A NWY', 'A SWE'] },
    dislodged: {
      ENGLAND: { 'F NWY': { by: 'FIN', retreats: ['BAR', 'NTH', 'NWG', 'SKA', 'STP/NC'] } },
      RUSSIA: {
        'F EDI': { by: 'LVP', retreats: ['CLY', 'NTH', 'NWG'] },
        'F HOL': { by: 'RUH', retreats: ['BEL', 'HEL', 'NTH'] },
      },
    },
    retreat: {
      orders: { ENGLAND: ['F NWY R NTH'], RUSSIA: ['F EDI R NTH', 'F HOL S F EDI - NTH'] },
      after: { ENGLAND: ['A EDI', 'F YOR'], GERMANY: ['A HOL', 'A KIE'], RUSSIA: ['A NWY', 'A SWE'] },
      disbanded: { ENGLAND: ['F NWY'], RUSSIA: ['F EDI', 'F HOL'] },
    },
  },
  {
    id: '6.H.3',
    title: 'there is no convoy for a retreat',
    units: { ENGLAND: ['A HOL', 'F NTH'], GERMANY: ['A RUH', 'F KIE'] },
    orders: { ENGLAND: ['F NTH H', 'A HOL H (dislodged)'], GERMANY: ['F KIE S A RUH - HOL', 'A RUH - HOL'] },
    after: { ENGLAND: ['F NTH'], GERMANY: ['A HOL', 'F KIE'] },
    dislodged: { ENGLAND: { 'A HOL': { by: 'RUH', retreats: ['BEL'] } } },
    retreat: {
      orders: { ENGLAND: ['A HOL R YOR', 'F NTH C A HOL - YOR'] },
      after: { ENGLAND: ['F NTH'], GERMANY: ['A HOL', 'F KIE'] },
      disbanded: { ENGLAND: ['A HOL'] },
    },
  },
  {
    id: '6.H.4',
    title: 'a unit that is not dislodged does not move during retreats',
    units: { ENGLAND: ['A HOL', 'F NTH'], GERMANY: ['A RUH', 'F KIE'] },
    orders: { ENGLAND: ['F NTH H', 'A HOL H (dislodged)'], GERMANY: ['F KIE S A RUH - HOL', 'A RUH - HOL'] },
    after: { ENGLAND: ['F NTH'], GERMANY: ['A HOL', 'F KIE'] },
    dislodged: { ENGLAND: { 'A HOL': { by: 'RUH', retreats: ['BEL'] } } },
    retreat: {
      orders: { ENGLAND: ['A HOL R BEL', 'F NTH R NWG'] },
      after: { ENGLAND: ['A BEL', 'F NTH'], GERMANY: ['A HOL', 'F KIE'] },
      retreated: { ENGLAND: { 'A HOL': 'BEL' } },
    },
  },
  {
    id: '6.H.5',
    title: 'a unit does not retreat to where its attacker came from',
    units: { RUSSIA: ['F BLA', 'F CON'], TURKEY: ['F ANK'] },
    orders: { RUSSIA: ['F CON S F BLA - ANK', 'F BLA - ANK'], TURKEY: ['F ANK H (dislodged)'] },
    after: { RUSSIA: ['F ANK', 'F CON'] },
    dislodged: { TURKEY: { 'F ANK': { by: 'BLA', retreats: ['ARM'] } } },
    retreat: { orders: { TURKEY: ['F ANK R BLA'] }, after: { RUSSIA: ['F ANK', 'F CON'] }, disbanded: { TURKEY: ['F ANK'] } },
  },
  {
    id: '6.H.6',
    title: 'a unit does not retreat to a province left empty by a standoff',
    units: { AUSTRIA: ['A BUD', 'A TRI'], GERMANY: ['A MUN', 'A SIL'], ITALY: ['A VIE'] },
    orders: {
      AUSTRIA: ['A BUD S A TRI - VIE', 'A TRI - VIE'],
      GERMANY: ['A MUN - BOH (bounce)', 'A SIL - BOH (bounce)'],
      ITALY: ['A VIE H (dislodged)'],
    },
    after: { AUSTRIA: ['A BUD', 'A VIE'], GERMANY: ['A MUN', 'A SIL'] },
    dislodged: { ITALY: { 'A VIE': { by: 'TRI', retreats: ['GAL', 'TYR'] } } },
    contested: ['BOH'],
    retreat: {
      orders: { ITALY: ['A VIE R BOH'] },
      after: { AUSTRIA: ['A BUD', 'A VIE'], GERMANY: ['A MUN', 'A SIL'] },
      disbanded: { ITALY: ['A VIE'] },
    },
  },
  {
    id: '6.H.7',
    title: 'two units that retreat to the same province disband',
    units: { AUSTRIA: ['A BUD', 'A TRI'], GERMANY: ['A MUN', 'A SIL'], ITALY: ['A BOH', 'A VIE'] },
    orders: {
      AUSTRIA: ['A BUD S A TRI - VIE', 'A TRI - VIE'],
      GERMANY: ['A MUN S A SIL - BOH', 'A SIL - BOH'],
      ITALY: ['A VIE H (dislodged)', 'A BOH H (dislodged)'],
    },
    after: { AUSTRIA: ['A BUD', 'A VIE'], GERMANY: ['A BOH', 'A MUN'] },
    dislodged: { ITALY: { 'A VIE': { by: 'TRI', retreats: ['GAL', 'TYR'] }, 'A BOH': { by: 'SIL', retreats: ['GAL', 'TYR'] } } },
    retreat: {
      orders: { ITALY: ['A BOH R TYR', 'A VIE R TYR'] },
      after: { AUSTRIA: ['A BUD', 'A VIE'], GERMANY: ['A BOH', 'A MUN'] },
      disbanded: { ITALY: ['A VIE', 'A BOH'] },
    },
  },
  {
    id: '6.H.8',
    title: 'three units that retreat to the same province disband',
    units: { ENGLAND: ['A LVP', 'F NWY', 'F YOR'], GERMANY: ['A KIE', 'A RUH'], RUSSIA: ['A FIN', 'A SWE', 'F EDI', 'F HOL'] },
    orders: {
      ENGLAND: ['A LVP - EDI', 'F YOR S A LVP - EDI', 'F NWY H (dislodged)'],
      GERMANY: ['A KIE S A RUH - HOL', 'A RUH - HOL'],
      RUSSIA: ['F EDI H (dislodged)', 'A SWE S A FIN - NWY', 'A FIN - NWY', 'F HOL H (dislodged)'],
    },
    after: { ENGLAND: ['A EDI', 'F YOR'], GERMANY: ['A HOL', 'A KIE'], RUSSIA: ['A NWY', 'A SWE'] },
    dislodged: {
      ENGLAND: { 'F NWY': { by: 'FIN', retreats: ['BAR', 'NTH', 'NWG', 'SKA', 'STP/NC'] } },
      RUSSIA: {
        'F EDI': { by: 'LVP', retreats: ['CLY', 'NTH', 'NWG'] },
        'F HOL': { by: 'RUH', retreats: ['BEL', 'HEL', 'NTH'] },
      },
    },
    retreat: {
      orders: { ENGLAND: ['F NWY R NTH'], RUSSIA: ['F EDI R NTH', 'F HOL R NTH'] },
      after: { ENGLAND: ['A EDI', 'F YOR'], GERMANY: ['A HOL', 'A KIE'], RUSSIA: ['A NWY', 'A SWE'] },
      disbanded: { ENGLAND: ['F NWY'], RUSSIA: ['F EDI', 'F HOL'] },
    },
  },
  {
    id: '6.H.9',
    title: "the failed attack of a dislodged unit leaves its attacker's old place open for retreats",
    units: { ENGLAND: ['F DEN', 'F HEL'], GERMANY: ['A BER', 'A SIL', 'F KIE'], RUSSIA: ['A PRU'] },
    orders: {
      ENGLAND: ['F HEL - KIE', 'F DEN S F HEL - KIE'],
      GERMANY: ['A BER - PRU', 'F KIE H (dislodged)', 'A SIL S A BER - PRU'],
      RUSSIA: ['A PRU - BER (bounce, dislodged)'],
    },
    after: { ENGLAND: ['F DEN', 'F KIE'], GERMANY: ['A PRU', 'A SIL'] },
    dislodged: {
      GERMANY: { 'F KIE': { by: 'HEL', retreats: ['BAL', 'BER', 'HOL'] } },
      RUSSIA: { 'A PRU': { by: 'BER', retreats: ['LVN', 'WAR'] } },
    },
    retreat: {
      orders: { GERMANY: ['F KIE R BER'] },
      after: { ENGLAND: ['F DEN', 'F KIE'], GERMANY: ['A PRU', 'A SIL', 'F BER'] },
      retreated: { GERMANY: { 'F KIE': 'BER' } },
      disbanded: { RUSSIA: ['A PRU'] },
    },
  },
  {
    id: '6.H.10',
    title: "where two units were dislodged each may retreat to the other's attacker's place, but not to its own attacker's",
    units: { ENGLAND: ['A KIE'], GERMANY: ['A BER', 'A MUN', 'A PRU'], RUSSIA: ['A SIL', 'A WAR'] },
    orders: {
      ENGLAND: ['A KIE H (dislodged)'],
      GERMANY: ['A BER - KIE', 'A MUN S A BER - KIE', 'A PRU H (dislodged)'],
      RUSSIA: ['A WAR - PRU', 'A SIL S A WAR - PRU'],
    },
    after: { GERMANY: ['A KIE', 'A MUN'], RUSSIA: ['A PRU', 'A SIL'] },
    dislodged: {
      ENGLAND: { 'A KIE': { by: 'BER', retreats: ['DEN', 'HOL', 'RUH'] } },
      GERMANY: { 'A PRU': { by: 'WAR', retreats: ['BER', 'LVN'] } },
    },
    retreat: {
      orders: { ENGLAND: ['A KIE R BER'], GERMANY: ['A PRU R BER'] },
      after: { GERMANY: ['A BER', 'A KIE', 'A MUN'], RUSSIA: ['A PRU', 'A SIL'] },
      retreated: { GERMANY: { 'A PRU': 'BER' } },
      disbanded: { ENGLAND: ['A KIE'] },
    },
  },
  {
    id: '6.H.11',
    title: 'a unit dislodged by convoy may retreat to where the attacker embarked',
    conventions: ['4.A.5'],
    units: { FRANCE: ['A BUR', 'A GAS', 'F LYO', 'F MAO', 'F WES'], ITALY: ['A MAR'] },
    orders: {
      FRANCE: ['A GAS - MAR VIA', 'A BUR S A GAS - MAR', 'F MAO C A GAS - MAR', 'F WES C A GAS - MAR', 'F LYO C A GAS - MAR'],
      ITALY: ['A MAR H (dislodged)'],
    },
    after: { FRANCE: ['A BUR', 'A MAR', 'F LYO', 'F MAO', 'F WES'] },
    dislodged: { ITALY: { 'A MAR': { by: 'GAS', retreats: ['GAS', 'PIE', 'SPA'] } } },
    retreat: {
      orders: { ITALY: ['A MAR R GAS'] },
      after: { FRANCE: ['A BUR', 'A MAR', 'F LYO', 'F MAO', 'F WES'], ITALY: ['A GAS'] },
      retreated: { ITALY: { 'A MAR': 'GAS' } },
    },
  },
  {
    id: '6.H.12',
    title: 'it may do so though its own convoy to that place failed',
    conventions: ['4.A.5'],
    units: {
      ENGLAND: ['A LVP', 'F ENG', 'F IRI', 'F NTH'],
      FRANCE: ['F BRE', 'F MAO'],
      RUSSIA: ['A CLY', 'A EDI', 'F NAO', 'F NWG'],
    },
    orders: {
      ENGLAND: [
        'A LVP - EDI VIA (no convoy, dislodged)',
        'F IRI C A LVP - EDI',
        'F ENG C A LVP - EDI (dislodged)',
        'F NTH C A LVP - EDI',
      ],
      FRANCE: ['F BRE - ENG', 'F MAO S F BRE - ENG'],
      RUSSIA: ['A EDI - LVP VIA', 'F NWG C A EDI - LVP', 'F NAO C A EDI - LVP', 'A CLY S A EDI - LVP'],
    },
    after: { ENGLAND: ['F IRI', 'F NTH'], FRANCE: ['F ENG', 'F MAO'], RUSSIA: ['A CLY', 'A LVP', 'F NAO', 'F NWG'] },
    dislodged: {
      ENGLAND: {
        'A LVP': { by: 'EDI', retreats: ['EDI', 'WAL', 'YOR'] },
        'F ENG': { by: 'BRE', retreats: ['BEL', 'LON', 'PIC', 'WAL'] },
      },
    },
    retreat: {
      orders: { ENGLAND: ['A LVP R EDI'] },
      after: { ENGLAND: ['A EDI', 'F IRI', 'F NTH'], FRANCE: ['F ENG', 'F MAO'], RUSSIA: ['A CLY', 'A LVP', 'F NAO', 'F NWG'] },
      retreated: { ENGLAND: { 'A LVP': 'EDI' } },
      disbanded: { ENGLAND: ['F ENG'] },
    },
  },
  {
    id: '6.H.13',
    title: 'a fleet that could have carried the army in the movement phase does not carry its retreat',
    units: { ENGLAND: ['A PIC', 'F ENG'], FRANCE: ['A BRE', 'A PAR'] },
    orders: { ENGLAND: ['A PIC H (dislodged)', 'F ENG C A PIC - LON (void)'], FRANCE: ['A PAR - PIC', 'A BRE S A PAR - PIC'] },
    after: { ENGLAND: ['F ENG'], FRANCE: ['A BRE', 'A PIC'] },
    dislodged: { ENGLAND: { 'A PIC': { by: 'PAR', retreats: ['BEL', 'BUR'] } } },
    retreat: {
      orders: { ENGLAND: ['A PIC R LON'] },
      after: { ENGLAND: ['F ENG'], FRANCE: ['A BRE', 'A PIC'] },
      disbanded: { ENGLAND: ['A PIC'] },
    },
  },
  {
    id: '6.H.14',
    title: 'support given in the movement phase does not help a retreat',
    units: { ENGLAND: ['A PIC', 'F ENG'], FRANCE: ['A BRE', 'A BUR', 'A PAR'], GERMANY: ['A MAR', 'A MUN'] },
    orders: {
      ENGLAND: ['A PIC H (dislodged)', 'F ENG S A PIC - BEL (void)'],
      FRANCE: ['A PAR - PIC', 'A BRE S A PAR - PIC', 'A BUR H (dislodged)'],
      GERMANY: ['A MUN S A MAR - BUR', 'A MAR - BUR'],
    },
    after: { ENGLAND: ['F ENG'], FRANCE: ['A BRE', 'A PIC'], GERMANY: ['A BUR', 'A MUN'] },
    dislodged: {
      ENGLAND: { 'A PIC': { by: 'PAR', retreats: ['BEL'] } },
      FRANCE: { 'A BUR': { by: 'MAR', retreats: ['BEL', 'GAS', 'PAR', 'RUH'] } },
    },
    retreat: {
      orders: { ENGLAND: ['A PIC R BEL'], FRANCE: ['A BUR R BEL'] },
      after: { ENGLAND: ['F ENG'], FRANCE: ['A BRE', 'A PIC'], GERMANY: ['A BUR', 'A MUN'] },
      disbanded: { ENGLAND: ['A PIC'], FRANCE: ['A BUR'] },
    },
  },
  {
    id: '6.H.15',
    title: 'a fleet does not retreat around the corner to the other coast of the province its attacker left',
    units: { ENGLAND: ['F POR'], FRANCE: ['F MAO', 'F SPA/SC'] },
    orders: { ENGLAND: ['F POR H (dislodged)'], FRANCE: ['F SPA/SC - POR', 'F MAO S F SPA/SC - POR'] },
    after: { FRANCE: ['F MAO', 'F POR'] },
    dislodged: { ENGLAND: { 'F POR': { by: 'SPA', retreats: [] } } },
    retreat: {
      orders: { ENGLAND: ['F POR R SPA/NC'] },
      after: { FRANCE: ['F MAO', 'F POR'] },
      disbanded: { ENGLAND: ['F POR'] },
    },
  },
  {
    id: '6.H.16',
    title: 'a standoff on one coast bars a retreat to the other',
    units: { FRANCE: ['F GAS', 'F MAO', 'F WES'], ITALY: ['F TUN', 'F TYS'] },
    orders: {
      FRANCE: ['F MAO - SPA/NC (bounce)', 'F GAS - SPA/NC (bounce)', 'F WES H (dislodged)'],
      ITALY: ['F TUN S F TYS - WES', 'F TYS - WES'],
    },
    after: { FRANCE: ['F GAS', 'F MAO'], ITALY: ['F TUN', 'F WES'] },
    dislodged: { FRANCE: { 'F WES': { by: 'TYS', retreats: ['LYO', 'NAF'] } } },
    contested: ['SPA'],
    retreat: {
      orders: { FRANCE: ['F WES R SPA/SC'] },
      after: { FRANCE: ['F GAS', 'F MAO'], ITALY: ['F TUN', 'F WES'] },
      disbanded: { FRANCE: ['F WES'] },
    },
  },
];
