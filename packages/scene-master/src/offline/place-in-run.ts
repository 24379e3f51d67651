import type { Direction } from './read-direction.js';

/**
 * Takes the text for a place in a run, so that none comes twice before all have come. Runs begin at different texts: those of another
 * couple, or with another first scene.
 */
export function textForPlace<Value>(texts: readonly Value[], direction: Direction, place: number): Value {
  const { A, B } = direction.names;
  return texts[(hashOf(`${A}, ${B}: ${beginningOf(direction)}`) + place) % texts.length]!;
}

/** Turning point of the first scene of the run: the same in all prompts of a run. */
export function beginningOf({ story, field }: Direction): string {
  const present = field('scene.kind', 'turningPoint') || field('scenario.kind', 'turningPoint');
  return story.find(({ scene }) => scene === 1)?.turningPoint ?? present;
}

/** Number of the scene that a prompt is about. */
export function sceneOf({ field }: Direction): number {
  const written = field('title.scene', 'scene') || field('task.initialize', 'scene') || field('task.next-scene', 'scene');
  return Number(written || 1);
}

/** Hashes a text to a whole number from 0 to 999. */
export function hashOf(text: string): number {
  let hash = 2166136261;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
  return (hash >>> 0) % 1000;
}
