/** Sign that SentencePiece writes for a space. */
export const SPACE = '\u2581';

/**
 * The pieces that stand together most often within the words of a text, the most frequent first (byte-pair encoding): each is two earlier
 * pieces joined, so that a tokenizer reaches all of them.
 */
export function trainVocabulary(text: string, size: number): readonly string[] {
  const counts = new Map<string, number>();
  for (const [word] of text.matchAll(/[A-Za-z]+/g)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const words = [...counts].map(([word, count]) => ({ pieces: [SPACE, ...word], count }));
  const learned = new Set<string>();
  while (learned.size < size) {
    const pairs = new Map<string, number>();
    for (const { pieces, count } of words) {
      for (let at = 1; at < pieces.length; at++) {
        const pair = `${pieces[at - 1]}${pieces[at]}`;
        pairs.set(pair, (pairs.get(pair) ?? 0) + count);
      }
    }
    let best: string | undefined;
    for (const [pair, count] of pairs) if (count > (best === undefined ? 1 : (pairs.get(best) ?? 0))) best = pair;
    if (best === undefined) break;
    learned.add(best);
    for (const { pieces } of words) {
      for (let at = 1; at < pieces.length; at++) {
        if (`${pieces[at - 1]}${pieces[at]}` === best) pieces.splice(at - 1, 2, best);
      }
    }
  }
  return [...learned];
}
