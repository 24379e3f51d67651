import { useEffect, useMemo } from 'preact/hooks';
import { linkTo } from '../data/route';
import { queryOf, type Reading, useReading } from './reading';
import { useLaidOut } from './use-laid-out';
import { useSceneKeys } from './use-scene-keys';
import { sceneId, useSceneInView } from './use-scene-in-view';
import { useSettled } from './use-settled';

/** Place of a reader within scenes that stand below one another. */
export interface ReadingPlace {
  readonly reading: Reading;
  readonly change: (change: Partial<Reading>) => void;
  /** Index of the scene in view. */
  readonly inView: number;
  /** The same, once it has stayed for a moment. */
  readonly settled: number;
  /** Asides of a scene by its index, as it is laid out now; undefined for one that is not laid out yet. */
  readonly showOf: (index: number) => Reading['show'] | undefined;
  /** Asides that are wanted. */
  readonly show: Reading['show'];
}

/**
 * Follows a reader through scenes: the address names the scene in view, an address brings its scene into view, j and k go on and back.
 * @param place words of the address
 * @param numbers of all scenes; the element of each has the id of `sceneId`
 */
export function useReadingPlace(place: readonly string[], numbers: readonly number[]): ReadingPlace {
  const [reading, change, jumps] = useReading(place);
  const show = useMemo(() => reading.show, [queryOf({ ...reading, scene: null })['show']]); // the same object as long as the address names the same
  const inView = useSceneInView(numbers, Math.max(0, numbers.indexOf(reading.scene ?? NaN)));
  const settled = useSettled(inView);
  const showOf = useLaidOut(numbers.length, inView, show);

  useEffect(() => {
    if (reading.scene !== null || jumps > 0)
      document.getElementById(sceneId(reading.scene ?? 1))?.scrollIntoView({ block: 'start' });
  }, [jumps]);
  useEffect(() => {
    const scene = numbers[settled];
    if (scene !== undefined && scene !== reading.scene && (reading.scene !== null || settled > 0)) change({ scene });
  }, [settled]);
  useSceneKeys((by) => {
    const scene = numbers[inView + by];
    if (scene !== undefined) location.hash = linkTo(place, queryOf({ ...reading, scene }));
  });
  return { reading, change, inView, settled, showOf, show };
}
