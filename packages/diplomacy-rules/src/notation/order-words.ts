import { editDistance } from './edit-distance.js';

/** What the words of an order can mean, besides types of units, places and powers. */
export const ORDER_WORDS = [
  'hold',
  'move',
  'to',
  'support',
  'convoy',
  'via',
  'and',
  'retreat',
  'disband',
  'build',
  'waive',
  'army',
  'fleet',
  'article',
  'nothing',
] as const;

/** The meaning of a word. `article` is the letter `A`, an army or not; `nothing` can be left out: `the`, `in`, `will`. */
export type OrderWord = (typeof ORDER_WORDS)[number];

const SPELLINGS: Readonly<Record<OrderWord, string>> = {
  hold: 'H HOLD HOLDS HOLDING STAND STANDS STANDING STAY STAYS REMAIN REMAINS DEFEND DEFENDS',
  move: 'M MOVE MOVES MOVING MOVEMENT ATTACK ATTACKS ATTACKING ADVANCE ADVANCES GO GOES GOING MARCH MARCHES SAIL SAILS ENTER ENTERS INVADE INVADES',
  to: 'TO INTO ONTO TOWARD TOWARDS AGAINST ON',
  support: 'S SUP SUPP SUPPORT SUPPORTS SUPPORTING',
  convoy: 'C CONVOY CONVOYS CONVOYING CONVOYED TRANSPORT TRANSPORTS TRANSPORTING CARRY CARRIES',
  via: 'V VIA BY THROUGH USING',
  and: 'AND THEN',
  retreat: 'R RETREAT RETREATS RETREATING WITHDRAW WITHDRAWS',
  disband: 'D DISBAND DISBANDS DISBANDED DISBANDING REMOVE REMOVES REMOVED REMOVAL DESTROY DESTROYED',
  build: 'B BUILD BUILDS BUILDING',
  waive: 'WAIVE WAIVES WAIVED',
  army: 'ARMY ARMIES',
  fleet: 'F FLEET FLEETS',
  article: 'A',
  nothing:
    'THE AN IN AT OF FROM FOR ITS MY OUR YOUR THEIR WILL SHALL SHOULD IS ARE BE UNIT UNITS ORDER ORDERS ORDERED PLEASE ' +
    'POSITION PLACE GROUND PROVINCE GIVE GIVES PROVIDE PROVIDES',
};

const MEANINGS: ReadonlyMap<string, OrderWord> = new Map(
  ORDER_WORDS.flatMap((meaning) => SPELLINGS[meaning].split(' ').map((word) => [word, meaning] as const)),
);

/** What a word in capitals means in an order; undefined for a word that is not one of an order. */
export const meaningOf = (spelling: string): OrderWord | undefined => MEANINGS.get(spelling);

/** The meaning of the word that a misspelt one is most like; undefined where none is. */
export function nearestMeaning(spelling: string): OrderWord | undefined {
  let nearest: OrderWord | undefined;
  let least = Math.floor(spelling.length / 3) + 1;
  for (const [word, meaning] of MEANINGS) {
    const distance = editDistance(spelling, word, least - 1);
    if (distance < least) {
      least = distance;
      nearest = meaning;
    }
  }
  return nearest;
}
