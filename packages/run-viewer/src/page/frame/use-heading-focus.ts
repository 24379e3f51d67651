import { useEffect, useRef } from 'preact/hooks';

/** Longest wait for the heading of a view that is still being fetched, in milliseconds. */
const PATIENCE_MS = 5000;

/**
 * Moves the focus to the heading when the place changes, so that readers by ear and by keyboard begin there; again if a view
 * replaces its heading while it loads. Whoever has typed or clicked meanwhile keeps their place.
 * @param place path of the address
 */
export function useHeadingFocus(place: string): void {
  const before = useRef(place);
  useEffect(() => {
    const main = document.querySelector('#main');
    if (before.current === place || main === null) return undefined;
    before.current = place;
    const focus = (): void => {
      const heading = main.querySelector('h1');
      if (heading === null || heading === document.activeElement) return;
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    };
    const watch = new MutationObserver(focus);
    const gone = new AbortController();
    const end = (): void => {
      watch.disconnect();
      gone.abort();
    };
    for (const type of ['keydown', 'pointerdown']) addEventListener(type, end, { signal: gone.signal, capture: true });
    const timer = setTimeout(end, PATIENCE_MS);
    focus();
    watch.observe(main, { childList: true, subtree: true });
    return () => {
      clearTimeout(timer);
      end();
    };
  }, [place]);
}
