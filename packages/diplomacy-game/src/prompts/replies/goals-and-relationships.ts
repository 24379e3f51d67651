import { type Power, POWERS } from '@entente/diplomacy-rules';
import { withoutUndefined } from '@entente/llm-clients/contract';
import { z } from 'zod';
import type { Reflection, Relations } from '../../agents/power-agent.js';
import { readPower } from '../../state/read-recipient.js';
import { type Relationship, RELATIONSHIPS } from '../../state/index.js';
import { isEmpty, isFields, readFields, readText } from './read-fields.js';

/** Relationships on the wire: a list, for constrained decoding takes no map with keys that may be absent. */
export const relationsOnWire = z.array(z.object({ power: z.enum(POWERS), relationship: z.enum(RELATIONSHIPS) }));

/** Shape in which relationships are asked for. */
export const RELATIONS_SHAPE = `[{"power": string, "relationship": ${RELATIONSHIPS.map((label) => `"${label}"`).join(' | ')}}]`;

/**
 * Reads relationships as models send them: a list, a map from powers to labels, or lines such as `ENGLAND: Friendly`, in any case. Unknown
 * powers and labels are skipped.
 */
export function readRelations(value: unknown): readonly { readonly power: Power; readonly relationship: Relationship }[] {
  return pairsIn(value).flatMap(([name, label]) => {
    const power = readPower(name);
    const relationship = readLabel(label);
    return power === null || relationship === undefined ? [] : [{ power, relationship }];
  });
}

/** Makes a map of a list. The later of two entries for a power counts. */
export const toRelations = (list: z.infer<typeof relationsOnWire>): Relations =>
  Object.fromEntries(list.map(({ power, relationship }) => [power, relationship]));

function pairsIn(value: unknown): readonly (readonly [string, string])[] {
  if (typeof value === 'string') {
    return value.split(/[\n;,]/).flatMap((line) => {
      const [, name, label] = /^[\s*-]*([\p{L} -]+?)\s*(?::|=|->)\s*(.+)$/u.exec(line) ?? [];
      return name === undefined || label === undefined ? [] : [[name, label] as const];
    });
  }
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown) => {
      const { power, label } = readFields(item, RELATION_NAMES) ?? {};
      const name = readText(power);
      const text = readText(label);
      return name !== undefined && text !== undefined ? [[name, text] as const] : pairsIn(item);
    });
  }
  if (!isFields(value)) return [];
  return Object.entries(value).flatMap(([name, item]) => {
    const text = readText(isFields(item) ? readFields(item, RELATION_NAMES)?.label : item);
    return text === undefined ? [] : [[name, text] as const];
  });
}

const RELATION_NAMES = {
  power: ['power', 'country', 'nation', 'name', 'towards'],
  label: ['relationship', 'label', 'status', 'stance', 'attitude', 'relation', 'to'],
} as const;

const LABELS: Readonly<Record<string, Relationship>> = {
  enemy: 'Enemy',
  enemies: 'Enemy',
  hostile: 'Enemy',
  unfriendly: 'Unfriendly',
  neutral: 'Neutral',
  friendly: 'Friendly',
  friend: 'Friendly',
  ally: 'Ally',
  allies: 'Ally',
  allied: 'Ally',
};

/** Reads the label at the beginning of a text: `Friendly (for now)` is `Friendly`. */
const readLabel = (text: string): Relationship | undefined => LABELS[/[a-z]+/.exec(text.toLowerCase())?.[0] ?? ''];

const MOST_GOALS = 10;

/**
 * Reads goals as models send them: a list of texts or objects, a map, or lines. Returns at most ten, without list marks, and none if one of
 * them cannot be read.
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

const GOAL_NAMES = { goal: ['goal', 'text', 'description', 'objective', 'title', 'content', 'name'] } as const;

/** `{"priority": "high", "goal": "Hold Paris."}`, or the one text of an object. */
function goalIn(item: Readonly<Record<string, unknown>>): string | undefined {
  const named = readFields(item, GOAL_NAMES)?.goal;
  const texts =
    named === undefined ? Object.values(item).filter((said) => typeof said === 'string' && said.trim() !== '') : [named];
  return texts.length === 1 ? readText(texts[0]) : undefined;
}

export const CHANGE_NAMES = {
  goals: ['goals', 'updated_goals', 'new_goals'],
  relationships: ['relationships', 'updated_relationships', 'relationship_updates', 'relations'],
} as const;

/** Goals and relationships that have changed, on the wire; empty lists leave everything as it was. */
export const changesOnWire = { goals: z.array(z.string()), relationships: relationsOnWire };

/** Reads changed goals and relationships from a reply's fields. */
export const readChanges = (fields: {
  readonly goals?: unknown;
  readonly relationships?: unknown;
}): { readonly goals: ReturnType<typeof readGoals>; readonly relationships: ReturnType<typeof readRelations> } => ({
  goals: readGoals(fields.goals),
  relationships: readRelations(fields.relationships),
});

/** Leaves empty lists out: an empty list means no change. */
export function toChanges({ goals, relationships }: z.infer<z.ZodObject<typeof changesOnWire>>): Reflection {
  return withoutUndefined({
    goals: goals.length > 0 ? goals : undefined,
    relationships: relationships.length > 0 ? toRelations(relationships) : undefined,
  });
}
