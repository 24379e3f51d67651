import { explainIllegal } from '../legal/explain-illegal.js';
import type { GameMap } from '../map/game-map.js';
import { listed, locationName, powerName, unitName } from '../map/full-names.js';
import type { MapOptions } from '../rules-options.js';
import { mapIndexOf } from '../rules-options.js';
import type { Order } from '../values/order.js';
import type { Opponent, Outcome, PowerUnit, Reason, Strength } from '../values/outcome.js';
import type { Power } from '../values/power.js';

/**
 * Explains the outcome of an order in English: `Army Paris moves to Burgundy and fails: it has strength 1, and so has France's Army …`. The
 * first sentence is the order and its result. Each reason adds a sentence.
 */
export function explainOutcome<P extends string = Power>(outcome: Outcome<P>, options: MapOptions<P> = {}): string {
  const { map } = mapIndexOf(options);
  const reasons = outcome.reasons.map((reason) => sentenceOf(map, reason, outcome)).filter((sentence) => sentence !== '');
  return [`${headline(map, outcome)}.`, ...reasons].join(' ');
}

function headline(map: GameMap<string>, { order, results }: Outcome<string>): string {
  const has = (result: Outcome['results'][number]) => results.includes(result);
  const told = orderInWords(map, order);
  if (has('void')) return `${told}: the order does not count${has('dislodged') ? ', and the unit is dislodged' : ''}`;
  const fall = has('dislodged') ? ' and is dislodged' : '';
  switch (order.kind) {
    case 'move':
      if (results.length === 0) return `${told} and gets there`;
      return `${told} and ${has('no convoy') ? 'finds no convoy' : 'does not get there'}${fall}`;
    case 'support-hold':
    case 'support-move':
      return has('cut')
        ? `${told}, but the support is cut${has('dislodged') ? ' and the unit dislodged' : ''}`
        : `${told}${fall}`;
    case 'convoy':
      return has('disrupted') ? `${told}, but the convoy fails` : `${told}${fall}`;
    case 'retreat':
      return has('disband') ? `${told}, does not get there and disbands` : told;
    default:
      return `${told}${fall}`;
  }
}

/** Returns an order as the beginning of a sentence: `Army Marseilles supports Army Paris to Burgundy`. */
function orderInWords(map: GameMap<string>, order: Order): string {
  if (order.kind === 'waive') return 'A build is waived';
  const unit = unitName(map, order.unit);
  switch (order.kind) {
    case 'hold':
      return `${unit} holds`;
    case 'move':
      return `${unit} moves to ${locationName(map, order.to)}${order.viaConvoy ? ' by convoy' : ''}`;
    case 'support-hold':
      return `${unit} supports ${unitName(map, order.target)} in holding`;
    case 'support-move':
      return `${unit} supports ${unitName(map, order.target)} to ${locationName(map, order.to)}`;
    case 'convoy':
      return `${unit} convoys ${unitName(map, order.army)} to ${locationName(map, order.to)}`;
    case 'retreat':
      return `${unit} retreats to ${locationName(map, order.to)}`;
    case 'disband':
      return `${unit} disbands`;
    case 'build':
      return `${unit} is built`;
  }
}

function sentenceOf(map: GameMap<string>, reason: Reason<string>, { order }: Outcome<string>): string {
  const unit = (one: PowerUnit<string>) => ownedUnit(map, one);
  const units = (ones: readonly PowerUnit<string>[]) => listed(ones.map(unit));
  switch (reason.kind) {
    case 'no-order':
      return 'It had no order.';
    case 'illegal':
      return explainIllegal(reason.illegality, { map });
    case 'unmatched':
      return reason.ordered === null
        ? `${unitName(map, reason.target)} was given no such order.`
        : `Not what was ordered: ${orderInWords(map, reason.ordered)}.`;
    case 'advanced': {
      const strength = strengthInWords(map, reason.attack);
      return reason.opponents.length === 0
        ? `It attacks with ${strength}.`
        : `It has ${strength}, against ${opponents(map, reason.opponents)}.`;
    }
    case 'circular':
      return `It moves on in a circle with ${listed(reason.units.filter((other) => order.kind === 'waive' || other !== order.unit).map((other) => unitName(map, other)))}.`;
    case 'convoyed':
      return `Carried by ${listed(reason.fleets.map((fleet) => unitName(map, fleet)))}.`;
    case 'standoff':
      return `A standoff: it has ${strengthInWords(map, reason.attack)}, and the same place is wanted by ${opponents(map, reason.rivals)}.`;
    case 'repelled':
      return `It attacks with ${strengthInWords(map, reason.attack)}, and ${opponents(map, [reason.defender])} stays.`;
    case 'head-to-head':
      return `It attacks with ${strengthInWords(map, reason.attack)}, and ${opponents(map, [reason.defender])} comes the other way.`;
    case 'own-unit':
      return `${unitName(map, reason.unit)} is of the same power and stays, and a power does not dislodge its own unit.`;
    case 'cut-by':
      return `It is attacked by ${unit(reason.attacker)}.`;
    case 'dislodged-by':
      return `Dislodged by ${unit(reason.attacker)}, with ${strengthInWords(map, reason.attack)} against ${reason.defence.total}.`;
    case 'no-retreat':
      return 'It has nowhere to retreat to and is lost.';
    case 'no-route':
      return 'No fleets were ordered to carry it all the way.';
    case 'route-broken':
      return `Its route was broken: ${listed(reason.dislodged.map(({ fleet, by }) => `${unitName(map, fleet)} was dislodged by ${unit(by)}`))}.`;
    case 'paradox':
      return `Whether ${listed(reason.fleets.map((fleet) => unitName(map, fleet)))} could convoy would have hung on the convoy itself, so it does not (Szykman's rule).`;
    case 'went-by-land':
      return 'It went by land, as the convoy failed.';
    case 'retreat-conflict':
      return `${units(reason.rivals)} wanted to retreat to the same place, so all disband.`;
    case 'civil-disorder':
      return `The rules chose it for removal, ${distanceInWords(reason.distance)}.`;
  }
}

const distanceInWords = (distance: number): string =>
  distance === Infinity
    ? 'as no way leads from it to a centre'
    : `${distance} ${distance === 1 ? 'move' : 'moves'} from the nearest centre that counts`;

const ownedUnit = (map: GameMap<string>, { power, unit }: PowerUnit<string>): string =>
  `${possessive(powerName(map, power))} ${unitName(map, unit)}`;

const possessive = (name: string): string => (name.endsWith('s') ? `${name}'` : `${name}'s`);

const opponents = (map: GameMap<string>, ones: readonly Opponent<string>[]): string =>
  listed(ones.map((one) => `${ownedUnit(map, one)} with ${strengthInWords(map, one.strength)}`));

function strengthInWords(map: GameMap<string>, { total, supports, discounted = [] }: Strength): string {
  const notes = [
    ...(supports.length > 0 ? [`with support from ${listed(supports.map((unit) => unitName(map, unit)))}`] : []),
    ...(discounted.length > 0
      ? [`support from ${listed(discounted.map((unit) => unitName(map, unit)))} does not count against its own power`]
      : []),
  ];
  return notes.length === 0 ? `strength ${total}` : `strength ${total} (${notes.join('; ')})`;
}
