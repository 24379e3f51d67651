import { defineMap } from '../../src/map/game-map.js';

/** The powers of `smallMap`. */
export type SmallPower = 'ALDER' | 'BIRCH' | 'CEDAR';

/**
 * An invented board for tests: three powers around three sounds. It has the difficulties of maps: an island, a neck of land with two coasts
 * that one sound touches both of, and seas in a row for convoys of several fleets.
 */
export const smallMap = defineMap<SmallPower>({
  name: 'three-sounds',
  startPhase: 'S1001M',
  victoryCenters: 5,
  powers: [
    { id: 'ALDER', name: 'Alder', adjective: 'Aldern', homes: ['HAV', 'HIL'], units: ['A HIL', 'F HAV'] },
    { id: 'BIRCH', name: 'Birch', adjective: 'Birchen', homes: ['BRI', 'GLE'], units: ['A GLE', 'F BRI'] },
    { id: 'CEDAR', name: 'Cedar', adjective: 'Cedarn', homes: ['PRT', 'VAL'], units: ['A VAL', 'F PRT'] },
  ],
  provinces: [
    { id: 'BRI', name: 'Brink', terrain: 'coast', center: true },
    { id: 'CRG', name: 'Crag', terrain: 'coast', center: true },
    { id: 'DUN', name: 'Dunes', terrain: 'coast' },
    { id: 'GLE', name: 'Glen', terrain: 'inland', center: true },
    { id: 'HAV', name: 'Haven', terrain: 'coast', center: true },
    { id: 'HIL', name: 'Hillfort', terrain: 'inland', center: true },
    { id: 'ISL', name: 'Isle', terrain: 'coast', center: true },
    { id: 'LOW', name: 'Lowland', terrain: 'coast' },
    { id: 'MOR', name: 'Moor', terrain: 'inland' },
    { id: 'MSD', name: 'Middle Sound', terrain: 'sea' },
    {
      id: 'NEK',
      name: 'Neck',
      terrain: 'coast',
      center: true,
      coasts: [
        { id: 'NC', name: 'north coast' },
        { id: 'SC', name: 'south coast' },
      ],
    },
    { id: 'NSD', name: 'North Sound', terrain: 'sea' },
    { id: 'PRT', name: 'Port', terrain: 'coast', center: true },
    { id: 'SSD', name: 'South Sound', terrain: 'sea' },
    { id: 'TOR', name: 'Tor', terrain: 'inland', center: true },
    { id: 'VAL', name: 'Vale', terrain: 'inland', center: true },
    { id: 'WIC', name: 'Wick', terrain: 'coast' },
  ],
  armyBorders: {
    BRI: ['DUN', 'GLE', 'NEK', 'TOR'],
    CRG: ['GLE', 'NEK'],
    DUN: ['BRI', 'PRT', 'TOR', 'VAL'],
    GLE: ['BRI', 'CRG', 'NEK', 'TOR'],
    HAV: ['HIL', 'WIC'],
    HIL: ['HAV', 'MOR', 'WIC'],
    LOW: ['MOR', 'PRT', 'VAL', 'WIC'],
    MOR: ['HIL', 'LOW', 'TOR', 'VAL', 'WIC'],
    NEK: ['BRI', 'CRG', 'GLE'],
    PRT: ['DUN', 'LOW', 'VAL'],
    TOR: ['BRI', 'DUN', 'GLE', 'MOR', 'VAL'],
    VAL: ['DUN', 'LOW', 'MOR', 'PRT', 'TOR'],
    WIC: ['HAV', 'HIL', 'LOW', 'MOR'],
  },
  fleetBorders: {
    BRI: ['DUN', 'NEK/SC', 'SSD'],
    CRG: ['NEK/NC', 'NSD'],
    DUN: ['BRI', 'PRT', 'SSD'],
    HAV: ['NSD', 'WIC'],
    ISL: ['MSD', 'NSD'],
    LOW: ['MSD', 'PRT', 'SSD', 'WIC'],
    MSD: ['ISL', 'LOW', 'NEK/NC', 'NEK/SC', 'NSD', 'SSD', 'WIC'],
    'NEK/NC': ['CRG', 'MSD', 'NSD'],
    'NEK/SC': ['BRI', 'MSD', 'SSD'],
    NSD: ['CRG', 'HAV', 'ISL', 'MSD', 'NEK/NC', 'WIC'],
    PRT: ['DUN', 'LOW', 'SSD'],
    SSD: ['BRI', 'DUN', 'LOW', 'MSD', 'NEK/SC', 'PRT'],
    WIC: ['HAV', 'LOW', 'MSD', 'NSD'],
  },
});
