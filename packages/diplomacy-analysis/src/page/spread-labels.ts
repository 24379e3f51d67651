/**
 * Moves labels apart along a line, each as little as can be, keeping their order.
 * @param wanted preferred place of each
 * @param limits range of all places; labels that do not fit are spread evenly
 * @returns places at least `gap` apart, in the order given
 */
export function spreadLabels(
  wanted: readonly number[],
  { gap, low, high }: { readonly gap: number; readonly low: number; readonly high: number },
): readonly number[] {
  const room = Math.min(gap, (high - low) / Math.max(1, wanted.length - 1));
  const order = wanted.map((place, index) => ({ place, index })).sort((a, b) => a.place - b.place || a.index - b.index);
  // Neighbours that would overlap become one block around the mean of their preferred places.
  const blocks: { readonly indices: readonly number[]; readonly sum: number }[] = [];
  const topOf = ({ indices, sum }: (typeof blocks)[number]): number =>
    Math.min(Math.max(sum / indices.length - ((indices.length - 1) * room) / 2, low), high - (indices.length - 1) * room);
  for (const { place, index } of order) {
    let block = { indices: [index], sum: place } as (typeof blocks)[number];
    for (let before = blocks.at(-1); before !== undefined; before = blocks.at(-1)) {
      if (topOf(before) + before.indices.length * room <= topOf(block) + 1e-9) break;
      blocks.pop();
      block = { indices: [...before.indices, ...block.indices], sum: before.sum + block.sum };
    }
    blocks.push(block);
  }
  const places: number[] = wanted.map(() => low);
  for (const block of blocks) block.indices.forEach((index, at) => (places[index] = topOf(block) + at * room));
  return places;
}
