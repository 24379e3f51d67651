import type { Attempt, Parts } from './assign-roles.js';
import { ashoreOn, assignRoles } from './assign-roles.js';
import type { Complaint } from './complaint.js';
import { isComplaint } from './complaint.js';
import { CONVOYED_MOVE_COMMAND } from './constructions.js';
import { explainSentence, spanOf } from './explain-sentence.js';
import { findConstructions } from './find-constructions.js';
import type { Item, PlaceItem, Sentence } from './items.js';
import type { PlaceNames } from './place-names.js';
import type { Phrases } from './read-phrases.js';
import { hasOpenType, readPhrases } from './read-phrases.js';
import { readWaive } from './read-waive.js';

/**
 * Reads the pieces of a text as one sentence, or returns why that is impossible. Prepositions, not positions, give places their roles,
 * except in compact notation, which has nothing else: `A PAR S MAR BUR`.
 */
export function readSentence(items: readonly Item[], names: PlaceNames): Sentence | Complaint {
  return (
    sayOne(items, names) ??
    explainSentence(items, readPhrases(items), names, (from, before) => {
      // Parts of a text are not explained themselves, which would take exponential time.
      const part = items.slice(from, before);
      const sentence = part.length === 0 ? null : sayOne(part, names);
      return sentence !== null && !isComplaint(sentence);
    })
  );
}

/** Returns the meaning of the pieces, a complaint if they have several, or null if they have none. */
function sayOne(items: readonly Item[], names: PlaceNames): Sentence | Complaint | null {
  const isWaive = items.some(
    (item) => (item.kind === 'deed' && item.deed === 'waive') || (item.kind === 'particle' && item.particle === 'no'),
  );
  if (isWaive) return readWaive(items, names);
  const possible = sayAll(readPhrases(items), names);
  if (hasOpenType(items)) possible.push(...sayAll(readPhrases(items, 'forward'), names));
  const atSea = possible.filter(({ ashore }) => ashore === undefined);
  const [first] = atSea;
  if (first !== undefined && atSea.length === 1) return first.sentence;
  const [only, ...others] = new Map(atSea.map(({ sentence }) => [keyOf(sentence), sentence])).values();
  if (only !== undefined) {
    return others.length === 0 ? only : { kind: 'ambiguous-order', readings: [only, ...others], ...spanOf(items) };
  }
  const ashore = possible[0]?.ashore;
  return ashore === undefined
    ? null
    : { kind: 'route-not-at-sea', places: [ashore.province], start: ashore.start, end: ashore.end };
}

/** Finds all meanings of phrases. */
function sayAll(read: Phrases, names: PlaceNames): Possible[] {
  if (read.odd !== null) return [];
  return findConstructions(read).flatMap((attempt) =>
    assignRoles(read, attempt).flatMap((parts) => sentencesOf(read, attempt, parts, names)),
  );
}

interface Possible {
  readonly sentence: Sentence;
  /** Complains of a place on its route that is on land. */
  readonly ashore: PlaceItem | undefined;
}

function sentencesOf(read: Phrases, attempt: Attempt, parts: Parts, names: PlaceNames): readonly Possible[] {
  const { construction, main } = attempt;
  const { unit, other, to, route } = parts;
  const ashore = ashoreOn(route, names);
  const isAtSea = (place: { readonly province: string }) => names.provinces.get(place.province)?.terrain === 'sea';
  const possible = (...sentences: readonly Sentence[]) => sentences.map((sentence) => ({ sentence, ashore }));
  switch (construction.says) {
    case 'hold':
    case 'disband':
    case 'build':
      return read.isByConvoy ? [] : possible({ kind: construction.says, unit });
    case 'retreat':
      return to === undefined || read.isByConvoy ? [] : possible({ kind: 'retreat', unit, to });
    case 'move': {
      // `ENG NTH - NWG`: a fleet passes no other sea on its way.
      if (to === undefined || (route.length > 0 && (unit.type === 'F' || isAtSea(unit.place)))) return [];
      const isConvoyed = read.isByConvoy || route.length > 0 || read.deeds.some(({ deed }) => deed === 'convoyed-move');
      return possible({ kind: 'move', unit, to, viaConvoy: isConvoyed });
    }
    case 'convoyed-move': {
      if (to === undefined || unit.type === 'F' || (unit.type === undefined && isAtSea(unit.place))) return [];
      const unmarked = read.phrases.filter(({ preposition, deedsBefore }) => preposition === 'none' && deedsBefore > main);
      const isUnmarked = (of: PlaceItem) => unmarked.some(({ place }) => place === of);
      const isBehind = read.phrases.some(({ place, deedsBefore }) => place === to && deedsBefore > main);
      // `YOR C NWY` is a fleet's order without its army; `A YOR C NWY` can only be that of the army.
      if (isUnmarked(to) && read.deeds[main]?.deed === 'convoy' && unit.type === undefined) return [];
      // `A ALB C F AEG - SMY` names the convoyed unit, though a fleet cannot be convoyed.
      if (isBehind && route.some(isUnmarked)) return [];
      const move: Sentence = { kind: 'move', unit, to, viaConvoy: true };
      if (construction !== CONVOYED_MOVE_COMMAND) return possible(move);
      // `Convoy A YOR to NWY via NTH` may be the order of the fleet; without a route the doer is unknown.
      return route.flatMap((place) => possible(move, { kind: 'convoy', unit: { place }, army: unit, to }));
    }
    case 'convoy': {
      if (other === undefined || to === undefined) return [];
      if (other.type === undefined && isAtSea(other.place)) return [];
      return possible({ kind: 'convoy', unit, army: other, to });
    }
    case 'support': {
      if (other === undefined || (read.isByConvoy && to === undefined)) return [];
      const support: Sentence =
        to === undefined ? { kind: 'support-hold', unit, target: other } : { kind: 'support-move', unit, target: other, to };
      // `With A MAR's support A PAR attacks BUR` is rather an order to A PAR, `With A MAR support A PAR to BUR` is not.
      const isAid = read.phrases.some(({ place, preposition }) => preposition === 'with' && place === unit.place);
      const isAided =
        isAid &&
        main === 0 &&
        read.deeds[1]?.isParticiple !== true &&
        read.deeds.length > 1 &&
        read.phrases[0]?.place === unit.place;
      if (isAided && to !== undefined) return possible(support, { kind: 'move', unit: other, to, viaConvoy: false });
      const isPassive = read.deeds[main]?.deed === 'supported';
      if (!isPassive || read.isStatement) return possible(support);
      // `A MAR - BUR supported by A PAR` may be an order to A MAR with its supporter.
      const isHeld = read.deeds.some(({ deed }) => deed === 'hold');
      if (to !== undefined) return possible(support, { kind: 'move', unit: other, to, viaConvoy: false });
      return isHeld ? possible(support, { kind: 'hold', unit: other }) : possible(support);
    }
    default:
      return construction.says satisfies never;
  }
}

/** Key of a sentence's meaning, independent of positions in the text. */
const keyOf = (sentence: Sentence): string =>
  JSON.stringify(sentence, (key, value: unknown) => (key === 'start' || key === 'end' ? undefined : value));
