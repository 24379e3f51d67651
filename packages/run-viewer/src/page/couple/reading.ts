import { useEffect, useState } from 'preact/hooks';
import { linkTo, readRoute } from '../data/route';

/** Parts of a scene that a reader may ask for. */
export const ASIDES = ['thoughts', 'options', 'memories', 'secrets', 'calls'] as const;
export type Aside = (typeof ASIDES)[number];

/** Place in the story, and the asides that are shown; both stand in the address. */
export interface Reading {
  /** Number of the scene in view; null before anything was chosen. */
  readonly scene: number | null;
  readonly show: ReadonlySet<Aside>;
}

/** Reads the place of a reader off the query of an address. Secrets are shown unless the address names what is. */
export function readReading(query: URLSearchParams): Reading {
  const scene = Number(query.get('scene') ?? NaN);
  const show = query.get('show');
  return {
    scene: Number.isInteger(scene) && scene > 0 ? scene : null,
    show: new Set(show === null ? ['secrets'] : ASIDES.filter((aside) => show.split(',').includes(aside))),
  };
}

/** Writes the query of a reading; what is so anyway is left out. */
export function queryOf({ scene, show }: Reading): Readonly<Record<string, string>> {
  const shown = ASIDES.filter((aside) => show.has(aside)).join(',');
  return { ...(scene === null ? {} : { scene: String(scene) }), ...(shown === 'secrets' ? {} : { show: shown }) };
}

/** Reading as the address has it, and a function that changes it there without a step in the history of the browser. */
export function useReading(place: readonly string[]): [Reading, (change: Partial<Reading>) => void, jumpedAt: number] {
  const [reading, setReading] = useState(() => readReading(readRoute(location.hash).query));
  const [jumpedAt, setJumpedAt] = useState(0);
  useEffect(() => {
    const follow = (): void => {
      setReading(readReading(readRoute(location.hash).query));
      setJumpedAt((times) => times + 1);
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const change = (changed: Partial<Reading>): void =>
    setReading((before) => {
      const after = { ...before, ...changed };
      history.replaceState(null, '', linkTo(place, queryOf(after)));
      return after;
    });
  return [reading, change, jumpedAt];
}
