import type { UnitType } from '../values/unit.js';
import type { DeedItem, Item, PlaceItem, PrepositionItem, TypeItem } from './items.js';
import type { Preposition } from './order-words.js';
import type { Span } from './tokenize.js';

/** A place with the words that belong to it: `to Burgundy`, `by the army in Paris`, `A PAR`. */
export interface Phrase extends Span {
  readonly preposition: Preposition | 'none';
  /** Type of the unit, if written. */
  readonly type?: UnitType | undefined;
  readonly place: PlaceItem;
  /** Number of deeds before it. */
  readonly deedsBefore: number;
}

/** A type of unit without a place: `BUR from PAR by A`, `Army moves to BUR from PAR`. */
export interface LooseType extends Span {
  readonly preposition: Preposition | 'none';
  readonly type: UnitType;
}

/** Phrases and deeds of a text. */
export interface Phrases {
  readonly deeds: readonly DeedItem[];
  readonly phrases: readonly Phrase[];
  readonly looseTypes: readonly LooseType[];
  /** Whether it contains `via` or `by convoy`. */
  readonly isByConvoy: boolean;
  /** Whether it contains `is` or `are`, which makes a passive a complete sentence: `A MAR is supported by A PAR`. */
  readonly isStatement: boolean;
  /** Whether support or a convoy is given `to` the unit behind this word. */
  readonly isGiven: boolean;
  /** The first piece that has no place in any order. */
  readonly odd: OddPiece | null;
}

/** A piece that has no place in any order; `isUnfinished` if a place is missing behind it. */
export interface OddPiece {
  readonly item: Item;
  readonly isUnfinished: boolean;
}

/** Prepositions without a meaning before a deed: `A PAR to hold`, `A PAR - hold`, `in support of`. */
const IDLE_BEFORE_DEED: ReadonlySet<Preposition> = new Set(['to', 'dash', 'at']);

/** Prepositions before the word convoy: `via convoy`, `by convoy`, `with convoy`. */
const MEANS: ReadonlySet<Preposition> = new Set(['via', 'by', 'with']);

/** Prepositions after which a place is not followed by the type of its unit, but for units that get support: `to Burgundy army …`. */
const OF_PLACES_ONLY: ReadonlySet<Preposition | 'none'> = new Set(['to', 'dash', 'via', 'against']);

/**
 * Place that a type between two places belongs to, the one before it or the one behind it: `Paris army Burgundy`, `Burgundy army Paris`.
 */
export type Binding = 'backward' | 'forward';

/** Whether a type stands between two places, so that it can belong to either. */
export const hasOpenType = (items: readonly Item[]): boolean =>
  items.some(
    (item, at) =>
      item.kind === 'unit-type' && !item.isLetter && items[at - 1]?.kind === 'place' && items[at + 1]?.kind === 'place',
  );

/** Puts each place together with the words that belong to it. */
export function readPhrases(items: readonly Item[], binding: Binding = 'backward'): Phrases {
  const deeds: DeedItem[] = [];
  const phrases: Phrase[] = [];
  const looseTypes: LooseType[] = [];
  const marks = { isByConvoy: false, isStatement: false, isGiven: false };
  let odd: OddPiece | null = null;
  let preposition: PrepositionItem | null = null;
  let type: TypeItem | null = null;
  const complain = (item: Item, isUnfinished = false) => {
    odd ??= { item, isUnfinished };
  };
  const dropType = () => {
    if (type === null) return;
    const { start, end } = preposition ?? type;
    looseTypes.push({ preposition: preposition?.preposition ?? 'none', type: type.type, start, end: Math.max(end, type.end) });
    type = null;
    preposition = null;
  };
  /** Reads a preposition without a place: the convoy is only mentioned, or something is missing. */
  const dropPreposition = () => {
    if (preposition === null) return;
    if (preposition.isVia === true) marks.isByConvoy = true;
    // `stays in place`: a word that means nothing followed.
    else if (preposition.preposition !== 'at') complain(preposition, true);
    preposition = null;
  };

  /** Whether a type belongs to the place behind it: `the army in Paris`. */
  const bindsForward = (at: number): boolean => {
    const [behind, next] = [items[at], items[at + 1]];
    if (behind?.kind === 'place') return binding === 'forward';
    return behind?.kind === 'preposition' && ['at', 'of'].includes(behind.preposition) && next?.kind === 'place';
  };

  for (let at = 0; at < items.length; at++) {
    const item = items[at]!;
    const next = items[at + 1];
    switch (item.kind) {
      case 'preposition': {
        // `the army in Paris`, `the army from Paris`
        if (type !== null && (item.preposition === 'at' || item.preposition === 'of')) break;
        if (type !== null && item.preposition === 'from' && next?.kind === 'place') {
          preposition ??= item;
          break;
        }
        dropType();
        if (next?.kind === 'deed') {
          if (MEANS.has(item.preposition) && (next.deed === 'convoy' || next.deed === 'convoyed')) {
            marks.isByConvoy = true;
            at++;
          } else if (!IDLE_BEFORE_DEED.has(item.preposition)) complain(item);
          preposition = null;
          break;
        }
        // `Burgundy to be attacked by …`
        if (next?.kind === 'particle' && next.particle === 'be' && IDLE_BEFORE_DEED.has(item.preposition)) break;
        preposition = joinPrepositions(preposition, item, marks);
        if (preposition === null) complain(item);
        break;
      }
      case 'unit-type':
        dropType();
        type = item;
        break;
      case 'place': {
        const { start } = preposition ?? type ?? item;
        const word = preposition?.preposition ?? 'none';
        let unitType: UnitType | undefined = type?.type;
        let { end } = item;
        // `Paris army`
        const isOfPlace = OF_PLACES_ONLY.has(word) && !deeds.some(({ deed }) => deed === 'support' || deed === 'convoy');
        if (unitType === undefined && next?.kind === 'unit-type' && !next.isLetter && !isOfPlace && !bindsForward(at + 2)) {
          unitType = next.type;
          end = next.end;
          at++;
        }
        phrases.push({
          preposition: word,
          type: unitType,
          place: item,
          deedsBefore: deeds.length,
          start,
          end,
        });
        preposition = null;
        type = null;
        break;
      }
      case 'deed':
        dropType();
        dropPreposition();
        deeds.push(item);
        break;
      case 'particle': {
        dropType();
        dropPreposition();
        if (item.particle === 'be') marks.isStatement = true;
        else if (item.particle === 'give') marks.isGiven = true;
        else {
          // `via NTH and HEL`, `by F NTH and F HEL`
          const way = phrases.at(-1)?.preposition;
          if (
            item.particle === 'and' &&
            (way === 'via' || way === 'by') &&
            (next?.kind === 'place' || next?.kind === 'unit-type')
          ) {
            preposition = { kind: 'preposition', preposition: way, start: item.start, end: item.end };
          } else complain(item);
        }
        break;
      }
      case 'unknown':
      case 'number':
      case 'ambiguous-place':
      case 'unknown-coast':
        complain(item);
        break;
      default:
        item satisfies never;
    }
  }
  // In `par Build Army` the type comes last; a letter at the end begins a unit whose place is missing.
  if (type?.isLetter === true && preposition === null) complain(type, true);
  dropType();
  dropPreposition();
  return { deeds, phrases, looseTypes, ...marks, odd };
}

/** `out of`, `by way of`, `on the way to`, `over to`: the more specific of two prepositions counts; null if they do not go together. */
function joinPrepositions(
  first: PrepositionItem | null,
  second: PrepositionItem,
  marks: { isByConvoy: boolean },
): PrepositionItem | null {
  if (first === null) return second;
  const joined = { ...second, start: first.start };
  switch (second.preposition) {
    case 'of':
      return { ...first, end: second.end };
    case 'to':
    case 'dash':
      // `A LON via to BEL`; `from` and `with` want a place of their own.
      if (first.isVia === true) marks.isByConvoy = true;
      return ['to', 'dash', 'via', 'at', 'for'].includes(first.preposition) ? joined : null;
    case 'via':
      return ['to', 'dash', 'by', 'at'].includes(first.preposition) ? joined : null;
    case 'from':
    case 'against':
    case 'by':
    case 'with':
    case 'at':
    case 'for':
      return first.preposition === second.preposition || (second.preposition === 'from' && first.preposition === 'of')
        ? joined
        : null;
    default:
      return second.preposition satisfies never;
  }
}
