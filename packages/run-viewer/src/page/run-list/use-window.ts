import { useEffect, useState } from 'preact/hooks';

/** Lines that are rendered beyond the visible ones, above and below. */
const BEYOND = 12;

/** Part of a long list that is in view: the first line, and the line behind the last one. */
export interface Shown {
  readonly from: number;
  readonly until: number;
}

/** Follows the part of a list of equally high lines that its scrolling element shows. */
export function useWindow(
  place: { readonly current: HTMLElement | null },
  { lines, lineHeight }: { readonly lines: number; readonly lineHeight: number },
): Shown {
  const [shown, setShown] = useState<Shown>({ from: 0, until: 60 });
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const follow = (): void => {
      const first = Math.floor(element.scrollTop / lineHeight);
      const many = Math.ceil(element.clientHeight / lineHeight);
      setShown((before) => {
        const next = { from: Math.max(0, first - BEYOND), until: first + many + BEYOND };
        return before.from === next.from && before.until === next.until ? before : next;
      });
    };
    follow();
    element.addEventListener('scroll', follow, { passive: true });
    const watch = new ResizeObserver(follow);
    watch.observe(element);
    return () => {
      element.removeEventListener('scroll', follow);
      watch.disconnect();
    };
  }, [lineHeight]);
  return { from: Math.min(shown.from, lines), until: Math.min(shown.until, lines) };
}
