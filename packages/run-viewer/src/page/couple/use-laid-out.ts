import { useEffect, useRef, useState } from 'preact/hooks';

/** Time between two scenes that are laid out ahead, in milliseconds. */
const PAUSE_MS = 20;

/**
 * Tells how each scene is laid out: those around one scene as wanted, all others one at a time, nearest first, while the page has nothing else
 * to do. So a story of any length opens at once, can be searched whole soon after, and changes its form without a pause.
 * @param center index of the scene to begin with
 * @param form wanted form of every scene
 * @returns form of a scene by its index; undefined for one that is not laid out yet
 */
export function useLaidOut<Form>(total: number, center: number, form: Form): (index: number) => Form | undefined {
  const laidOut = useRef<ReadonlyMap<number, Form>>(new Map());
  const [, setTimes] = useState(0);
  const near = [center - 1, center, center + 1];
  if (near.some((index) => laidOut.current.get(index) !== form))
    laidOut.current = new Map([...laidOut.current, ...near.map((index) => [index, form] as const)]);
  const held = laidOut.current;
  useEffect(() => {
    const next = nearestMissing((index) => held.get(index) === form, total, center);
    if (next === undefined) return undefined;
    const timer = setTimeout(() => {
      laidOut.current = new Map([...laidOut.current, [next, form]]);
      setTimes((times) => times + 1);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  });
  return (index) => held.get(index);
}

/** Index from 0 to below `total` that is not done and lies nearest to the center; undefined if all are. */
export function nearestMissing(isDone: (index: number) => boolean, total: number, center: number): number | undefined {
  for (let distance = 0; distance < total; distance++)
    for (const index of [center + distance, center - distance]) if (index >= 0 && index < total && !isDone(index)) return index;
  return undefined;
}
