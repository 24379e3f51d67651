import type { Direction } from './read-direction.js';
import { THEMES } from './themes.js';

/**
 * Takes the text for a place in a run, so that none comes twice before all have come. Runs begin at different texts: those of another
 * couple, or with another first scene.
 */
export function textForPlace<Value>(texts: readonly Value[], direction: Direction, place: number): Value {
  const { A, B } = direction.names;
  return texts[(hashOf(`${A}, ${B}: ${beginningOf(direction)}`) + place) % texts.length]!;
}

/** Theme of the first scene of the run: the same in all prompts of a run. */
export function beginningOf(direction: Direction): string {
  const first = firstTurningPoint(direction);
  return first === '' ? direction.field('title.scene', 'theme') : themeFor(direction, first, 1);
}

/** Theme of the scene that a prompt opens. */
export function themeOf(direction: Direction): string {
  return themeFor(direction, firstTurningPoint(direction), sceneOf(direction));
}

function themeFor({ names }: Direction, firstTurningPoint: string, scene: number): string {
  return THEMES[(hashOf(`${names.A}, ${names.B}: ${firstTurningPoint}`) + scene) % THEMES.length]!;
}

/** Turning point of the first scene of the run; empty if the prompt does not tell it. */
function firstTurningPoint({ story, field }: Direction): string {
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
