const ASCII = /^[\0-\x7f]*$/;
const MARKS = /\p{M}+/gu;

/** A text without case and accents, and where its characters stood. */
export interface FoldedText {
  readonly folded: string;
  /** Place in the original text of the character that holds a place of the folded one. */
  readonly at: (place: number) => number;
}

/** Makes a text comparable: `Éléonore` becomes `eleonore`. */
export function foldText(text: string): FoldedText {
  if (ASCII.test(text)) return { folded: text.toLowerCase(), at: (place) => place };
  let folded = '';
  const places: number[] = [];
  let place = 0;
  for (const character of text) {
    const plain = foldedOf(character);
    for (let unit = 0; unit < plain.length; unit++) places.push(place);
    folded += plain;
    place += character.length;
  }
  return { folded, at: (at) => places[at] ?? text.length };
}

/** The same without the places, which is several times as fast. */
export function foldedOf(text: string): string {
  const lower = text.toLowerCase();
  return ASCII.test(text) ? lower : lower.normalize('NFD').replace(MARKS, '');
}
