import { useEffect } from 'preact/hooks';
import { lineAfterKey } from './line-after-key';

/** Rows above the lines: the heading. `aria-rowindex` counts from 1. */
const FIRST_ROW = 2;

/** Moves from line to line of a long list by keys: arrows, Page, Home and End. The link or button of the line takes the focus. */
export function useLineKeys(
  place: { readonly current: HTMLElement | null },
  { lines, lineHeight }: { readonly lines: number; readonly lineHeight: number },
): void {
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const move = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const row = event.target instanceof Element ? event.target.closest('tbody tr')?.getAttribute('aria-rowindex') : null;
      const current = row === null || row === undefined ? undefined : Number(row) - FIRST_ROW;
      const page = Math.max(1, Math.floor(element.clientHeight / lineHeight) - 2);
      const next = lineAfterKey(event.key, { current, lines, page });
      if (next === undefined) return;
      event.preventDefault();
      focusLine(element, next, lineHeight);
    };
    element.addEventListener('keydown', move);
    return () => element.removeEventListener('keydown', move);
  }, [lines, lineHeight]);
}

/** Scrolls a line into view, and gives it the focus as soon as it is in the document. */
function focusLine(element: HTMLElement, line: number, lineHeight: number): void {
  const top = line * lineHeight;
  const visible = element.clientHeight - 2 * lineHeight; // the heading stays in view
  if (top < element.scrollTop) element.scrollTop = top;
  else if (top > element.scrollTop + visible) element.scrollTop = top - visible;
  const focus = (tries: number): void => {
    const found = element.querySelector<HTMLElement>(`tr[aria-rowindex="${line + FIRST_ROW}"] :is(.who a, th button)`);
    if (found !== null) found.focus({ preventScroll: true });
    else if (tries > 0) requestAnimationFrame(() => focus(tries - 1));
  };
  focus(10);
}
