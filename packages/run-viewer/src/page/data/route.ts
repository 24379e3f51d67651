import { useEffect, useState } from 'preact/hooks';

/** Place on the page, as the part of the address behind `#` names it. */
export interface Route {
  /** Words of the path, decoded: `['run', 'maya-jonas~s1', 'calls']`. */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
}

/** Reads the part of an address behind `#`. */
export function readRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  return {
    path: path
      .split('/')
      .filter((word) => word !== '')
      .map(decodeWord),
    query: new URLSearchParams(query),
  };
}

/** Writes a link to a place on the page. @param words of the path, not yet encoded */
export function linkTo(words: readonly (string | number)[], query: Readonly<Record<string, string>> = {}): string {
  const search = new URLSearchParams(query).toString();
  return `#/${words.map((word) => encodeURIComponent(word)).join('/')}${search === '' ? '' : `?${search}`}`;
}

/** The place that the address names now. */
export function useRoute(): Route {
  const [route, setRoute] = useState(() => readRoute(location.hash));
  useEffect(() => {
    const follow = (): void => setRoute(readRoute(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return route;
}

function decodeWord(word: string): string {
  try {
    return decodeURIComponent(word);
  } catch {
    return word;
  }
}
