const CHARACTERS = 12;

/** A text in pieces, as a model writes it; no character is cut in half. */
export function chunksOf(text: string): readonly string[] {
  const characters = Array.from(text);
  return Array.from({ length: Math.ceil(characters.length / CHARACTERS) }, (_, index) =>
    characters.slice(index * CHARACTERS, (index + 1) * CHARACTERS).join(''),
  );
}
