import type { Direction } from './read-direction.js';

/**
 * Takes the text for a place in a run, so that none comes twice before all have come. Runs begin at different texts: those of another
 * couple, or with another first scene.
 */
export function textForPlace<Value>(texts: readonly Value[], direction: Direction, place: number): Value {
  const { names, story, field } = direction;
  const first = story[0]?.turningPoint ?? (field('scene.kind', 'turningPoint') || field('scenario.kind', 'turningPoint'));
  return texts[(hashOf(`${names.A}, ${names.B}: ${first}`) + place) % texts.length]!;
}

/** Number of the scene that a prompt is about. */
export function sceneOf({ field }: Direction): number {
  return Number(field('title.scene', 'scene') || field('task.next-scene', 'scene') || field('task.initialize', 'scene') || 1);
}

function hashOf(text: string): number {
  let hash = 2166136261;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
  return (hash >>> 0) % 1000;
}
