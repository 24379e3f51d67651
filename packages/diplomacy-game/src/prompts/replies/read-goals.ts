import { isFields, readText } from './read-fields.js';

const MOST_GOALS = 10;

/** Goals as models send them: a list of texts or of objects with one, or lines; at most ten, without marks of lists. */
export function readGoals(value: unknown): readonly string[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : (readText(value)?.split('\n') ?? []);
  return items
    .map((item) => (isFields(item) ? (Object.values(item).map(readText).find(Boolean) ?? '') : (readText(item) ?? '')))
    .map((goal) => goal.replace(/^\s*(?:[-*•]|\d+[.)])\s*/, '').trim())
    .filter((goal) => goal !== '')
    .slice(0, MOST_GOALS);
}
