import { useEffect, useRef } from 'preact/hooks';

/** Goes a scene on with j or the right arrow, and a scene back with k or the left arrow; not while something is typed or chosen. */
export function useSceneKeys(go: (by: 1 | -1) => void): void {
  const latest = useRef(go);
  latest.current = go;
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.closest('input, select, textarea, [contenteditable], [data-keys]'))
        return;
      const by = event.key === 'j' || event.key === 'ArrowRight' ? 1 : event.key === 'k' || event.key === 'ArrowLeft' ? -1 : 0;
      if (by === 0) return;
      event.preventDefault();
      latest.current(by);
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, []);
}
