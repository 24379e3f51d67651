import { type Power, POWERS } from '@entente/diplomacy-rules';
import { z } from 'zod';
import type { Relations } from '../../agents/power-agent.js';
import { type Relationship, RELATIONSHIPS } from '../../state/index.js';
import { readRecipient } from '../../state/read-recipient.js';
import { isFields, readFields, readText } from './read-fields.js';

/** Relationships on the wire: a list, for constrained decoding takes no map with keys that may be absent. */
export const relationsOnWire = z.array(z.object({ power: z.enum(POWERS), relationship: z.enum(RELATIONSHIPS) }));

/** How relationships are asked for. */
export const RELATIONS_SHAPE = `[{"power": string, "relationship": ${RELATIONSHIPS.map((label) => `"${label}"`).join(' | ')}}]`;

/**
 * Relationships as models send them: a list, a map from powers to labels, lines `ENGLAND: Friendly`, in any case. Powers and labels that do
 * not exist are passed over.
 */
export function readRelations(value: unknown): readonly { readonly power: Power; readonly relationship: Relationship }[] {
  return pairsIn(value).flatMap(([name, label]) => {
    const power = readRecipient(name);
    const relationship = readLabel(label);
    return power === null || power === 'GLOBAL' || relationship === undefined ? [] : [{ power, relationship }];
  });
}

/** Of two entries for a power the later one stands. */
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
      const { power, label } = readFields(item, NAMES) ?? {};
      const name = readText(power);
      const text = readText(label);
      return name !== undefined && text !== undefined ? [[name, text] as const] : pairsIn(item);
    });
  }
  if (!isFields(value)) return [];
  return Object.entries(value).flatMap(([name, item]) => {
    const text = readText(isFields(item) ? readFields(item, NAMES)?.label : item);
    return text === undefined ? [] : [[name, text] as const];
  });
}

const NAMES = {
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

/** The label that a text begins with: `Friendly (for now)` is `Friendly`. */
const readLabel = (text: string): Relationship | undefined => LABELS[/[a-z]+/.exec(text.toLowerCase())?.[0] ?? ''];
