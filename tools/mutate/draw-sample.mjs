import { createHash } from 'node:crypto';

/**
 * Draws without replacement; the same seed draws the same from the same items, and nearly the same when a few were added.
 * @template Item
 * @param {readonly Item[]} items
 * @param {{ readonly size: number, readonly seed: string, readonly nameOf: (item: Item) => string }} options
 * @returns {readonly Item[]}
 */
export function drawSample(items, { size, seed, nameOf }) {
  const rank = (/** @type {Item} */ item) =>
    createHash('sha256')
      .update(`${seed}\n${nameOf(item)}`)
      .digest('hex');
  return items
    .map((item) => ({ item, rank: rank(item) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, size)
    .map(({ item }) => item);
}
