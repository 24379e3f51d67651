import { useEffect } from 'preact/hooks';
import type { Playback } from './use-playback';

/** Plays by the keyboard: space, arrows, Home, End, and 1 to 9 for the speed. */
export function usePlaybackKeys({
  go,
  toggle,
  setSpeed,
  at,
  last,
}: Pick<Playback, 'go' | 'toggle' | 'setSpeed' | 'at'> & { readonly last: number }): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (isTaken(event)) return;
      const digit = /^[1-9]$/.test(event.key) ? Number(event.key) : undefined;
      if (digit !== undefined) setSpeed(digit);
      else if (event.key === ' ') toggle();
      else {
        const to: number | undefined = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: last }[event.key];
        if (to === undefined) return;
        go(to);
      }
      event.preventDefault();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  });
}

/** Whether a key belongs to the element that has the focus, or to the browser. */
function isTaken({ key, target, defaultPrevented, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  if (defaultPrevented || ctrlKey || altKey || metaKey) return true;
  if (!(target instanceof Element)) return false;
  return target.closest(`input, select, textarea, [role="tab"]${key === ' ' ? ', button, a, summary' : ''}`) !== null;
}
