import { isEmpty, isFields, readFields, readText } from './read-fields.js';

const MOST_GOALS = 10;

/**
 * Goals as models send them: a list of texts or of objects with one, a map, or lines; at most ten, without marks of lists.
 * None, where one of them cannot be read.
 */
export function readGoals(value: unknown): readonly string[] {
  const items: readonly unknown[] = Array.isArray(value)
    ? value
    : isFields(value)
      ? Object.values(value)
      : (readText(value)?.split('\n') ?? []);
  const goals = items.map((item) => (isFields(item) ? goalIn(item) : isEmpty(item) ? '' : readText(item)));
  return goals
    .flatMap((goal) =>
      goals.includes(undefined) || goal === undefined ? [] : [goal.replace(/^\s*(?:[-*•]|\d+[.)])\s*/, '').trim()],
    )
    .filter((goal) => goal !== '')
    .slice(0, MOST_GOALS);
}

const NAMES = { goal: ['goal', 'text', 'description', 'objective', 'title', 'content', 'name'] } as const;

/** `{"priority": "high", "goal": "Hold Paris."}`, or the one text of an object. */
function goalIn(item: Readonly<Record<string, unknown>>): string | undefined {
  const named = readFields(item, NAMES)?.goal;
  const texts =
    named === undefined ? Object.values(item).filter((said) => typeof said === 'string' && said.trim() !== '') : [named];
  return texts.length === 1 ? readText(texts[0]) : undefined;
}
