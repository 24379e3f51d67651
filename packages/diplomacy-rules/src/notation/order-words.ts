import { editDistance } from './edit-distance.js';

/** Deeds that a unit can be ordered to do, and their passives, in which the doer comes last or is missing. */
export const DEEDS = [
  'hold',
  'move',
  'attacked',
  'convoyed-move',
  'support',
  'supported',
  'convoy',
  'convoyed',
  'retreat',
  'disband',
  'build',
  'waive',
] as const;

/**
 * `attacked`, `supported` and `convoyed` are passives: `Burgundy is attacked by A PAR`. A `convoyed-move` is a move by convoy in one word,
 * as in the notations of DAIDE (`CTO`) and godip (`MoveViaConvoy`).
 */
export type Deed = (typeof DEEDS)[number];

/** Words before a place that decide its role in the order. */
export const PREPOSITIONS = ['to', 'dash', 'against', 'from', 'by', 'with', 'via', 'at', 'of', 'for'] as const;

/** A `dash` is any sign that stands for `to`: `-`, `->`, `=>`, `→`. */
export type Preposition = (typeof PREPOSITIONS)[number];

/**
 * `be` makes a passive a complete sentence (as `gets support from` does), `give` comes before a support or convoy, `no` before a build that
 * is not made.
 */
const PARTICLES = ['and', 'be', 'give', 'no'] as const;

/** A small word that changes what its neighbours mean. */
export type Particle = (typeof PARTICLES)[number];

/**
 * Meaning of a word other than a place or power. `article` is the letter `A`, an army or an article; `nothing` can be ignored: `the`,
 * `will`, `unit`.
 */
export type OrderWord = Deed | Exclude<Preposition, 'dash'> | Particle | 'army' | 'fleet' | 'article' | 'nothing';

const SPELLINGS: Readonly<Record<OrderWord, string>> = {
  hold:
    'H HLD HOLD HOLDS HOLDING HELD STAND STANDS STANDING STAY STAYS STAYING REMAIN REMAINS REMAINING DEFEND DEFENDS DEFENDING ' +
    'WAIT WAITS WAITING KEEP KEEPS HALT HALTS',
  move:
    'M MTO MOVE MOVES MOVED MOVING MOVEMENT ATTACK ATTACKS ATTACKING ADVANCE ADVANCES ADVANCING GO GOES GOING MARCH MARCHES MARCHING ' +
    'SAIL SAILS SAILING ENTER ENTERS ENTERING INVADE INVADES INVADING TAKE TAKES TAKING CAPTURE CAPTURES CAPTURING OCCUPY OCCUPIES ' +
    'OCCUPYING CONQUER CONQUERS CONQUERING SEIZE SEIZES SEIZING STRIKE STRIKES STRIKING HEAD HEADS HEADING PROCEED PROCEEDS ' +
    'TRAVEL TRAVELS SEND SENDS SENT BRING BRINGS TRANSFER TRANSFERS RELOCATE RELOCATES PUSH PUSHES STORM STORMS ASSAULT ASSAULTS CROSS CROSSES',
  attacked: 'ATTACKED INVADED ENTERED TAKEN CAPTURED OCCUPIED CONQUERED SEIZED STRUCK',
  'convoyed-move': 'CTO MOVEVIACONVOY',
  support:
    'S SUP SUPP SPT SUPPORT SUPPORTS SUPPORTING BACK BACKS BACKING ASSIST ASSISTS ASSISTING AID AIDS AIDING HELP HELPS HELPING',
  supported: 'SUPPORTED BACKED ASSISTED AIDED HELPED',
  convoy: 'C CVY CONVOY CONVOYS CONVOYING TRANSPORT TRANSPORTS TRANSPORTING CARRY CARRIES CARRYING FERRY FERRIES FERRYING',
  convoyed: 'CONVOYED TRANSPORTED CARRIED FERRIED',
  retreat: 'R RTO RETREAT RETREATS RETREATING RETREATED WITHDRAW WITHDRAWS WITHDRAWING FLEE FLEES',
  disband:
    'D DSB DISBAND DISBANDS DISBANDED DISBANDING REM REMOVE REMOVES REMOVED REMOVING REMOVAL DESTROY DESTROYS DESTROYED DROP DROPS ' +
    'BOOM SCRAP SCRAPS DISSOLVE DISSOLVES DELETE DISPERSE DISPERSES ELIMINATE ELIMINATES ELIMINATED OTB',
  build: 'B BLD BUILD BUILDS BUILDING BUILT NEW RAISE RAISES RECRUIT RECRUITS CREATE CREATES CONSTRUCT CONSTRUCTS ADD',
  waive: 'WAIVE WAIVES WAIVED WAIVING WVE PASS SKIP DECLINE POSTPONE FORGO DEFER',
  to: 'TO INTO ONTO TOWARD TOWARDS ON UPON',
  against: 'AGAINST',
  from: 'FROM OUT',
  by: 'BY USING USE',
  with: 'WITH',
  via: 'V VIA THROUGH ACROSS OVER WAY',
  at: 'IN AT INSIDE WITHIN',
  of: 'OF',
  for: 'FOR',
  and: 'AND THEN',
  be: 'IS ARE BE BEING GET GETS RECEIVE RECEIVES',
  give: 'GIVE GIVES GIVING PROVIDE PROVIDES LEND LENDS OFFER OFFERS',
  no: 'NO NOT DONT DOESNT WONT CANNOT CANT',
  army: 'ARMY ARMIES AMY TROOPS SOLDIERS INFANTRY CANNON CANNONS',
  fleet: 'F FLEET FLEETS FLT SHIP SHIPS BOAT BOATS NAVY',
  article: 'A',
  nothing:
    'THE AN ITS MY OUR YOUR THEIR WILL SHALL SHOULD UNIT UNITS ORDER ORDERS ORDERED PLEASE LET HAVE DO SUB I WE WANT MUST CAN ITSELF ' +
    'POSITION PLACE GROUND OWN PROVINCE STATIONED LOCATED BASED',
};

const MEANINGS: ReadonlyMap<string, OrderWord> = new Map(
  Object.entries(SPELLINGS).flatMap(([meaning, words]) => words.split(' ').map((word) => [word, meaning as OrderWord] as const)),
);

/** Returns the meaning of a word in capitals; undefined for a word that has none in orders. */
export const meaningOf = (spelling: string): OrderWord | undefined => MEANINGS.get(spelling);

const includes = <T extends string>(list: readonly T[], word: string): word is T => (list as readonly string[]).includes(word);

/** Whether a meaning is a deed of a unit. */
export const isDeed = (meaning: OrderWord): meaning is Deed => includes(DEEDS, meaning);

/** Whether a meaning is that of a word before a place. */
export const isPreposition = (meaning: OrderWord): meaning is Exclude<Preposition, 'dash'> => includes(PREPOSITIONS, meaning);

/** Whether a meaning is that of a small word. */
export const isParticle = (meaning: OrderWord): meaning is Particle => includes(PARTICLES, meaning);

/** Returns the meaning of the word most like a misspelt one; undefined if none is within the given number of mistakes. */
export function nearestMeaning(spelling: string, mistakes = Math.floor(spelling.length / 3)): OrderWord | undefined {
  let nearest: OrderWord | undefined;
  let least = mistakes + 1;
  for (const [word, meaning] of MEANINGS) {
    const distance = editDistance(spelling, word, least - 1);
    if (distance < least) {
      least = distance;
      nearest = meaning;
    }
  }
  return nearest;
}
