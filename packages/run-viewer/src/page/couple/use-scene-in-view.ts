import { useEffect, useState } from 'preact/hooks';

/**
 * Index of the scene that a reader is at: the last one that begins above the upper third of the window.
 * @param numbers of all scenes; elements are found by their ids, `scene-1`, `scene-2`, …
 * @param initial index before anything is laid out
 */
export function useSceneInView(numbers: readonly number[], initial: number): number {
  const [index, setIndex] = useState(initial);
  const key = numbers.join(' ');
  useEffect(() => {
    let frame = 0;
    const look = (): void => {
      frame = 0;
      const line = innerHeight / 3;
      const at = numbers.findLastIndex((scene) => {
        const top = document.getElementById(sceneId(scene))?.getBoundingClientRect().top;
        return top !== undefined && top <= line;
      });
      setIndex(Math.max(0, at));
    };
    const scrolled = (): void => {
      frame ||= requestAnimationFrame(look);
    };
    look();
    addEventListener('scroll', scrolled, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('scroll', scrolled);
    };
  }, [key]);
  return index;
}

/** Id of the element that holds a scene. */
export function sceneId(scene: number): string {
  return `scene-${scene}`;
}
