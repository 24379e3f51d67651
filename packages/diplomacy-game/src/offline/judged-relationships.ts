import type { Power } from '@entente/diplomacy-rules';
import { type Relationship, RELATIONSHIPS } from '../state/index.js';
import type { Conduct } from './conduct.js';
import { powerTitle } from './phrase-pattern.js';
import type { Reading } from './read-prompt.js';

/** Relationships that changed after a phase, judged by deeds rather than words. */
export function judgedRelationships(
  { relationships }: Reading,
  others: readonly Conduct[],
  random: () => number,
): { readonly changed: { readonly [power in Power]?: Relationship }; readonly reasons: readonly string[] } {
  const changed: { [power in Power]?: Relationship } = {};
  const reasons: string[] = [];
  for (const { power, attacked, supported, kept, broken } of others) {
    const from = relationships[power] ?? 'Neutral';
    const isStab = attacked.length > 0 && (broken.length > 0 || from === 'Ally' || from === 'Friendly');
    const step = isStab
      ? -2
      : attacked.length + broken.length > 0
        ? -1
        : supported.length > 0
          ? 1
          : kept.length > 0 && random() < 0.55
            ? 1
            : 0;
    const to = stepRelationship(from, step);
    if (to === from) continue;
    changed[power] = to;
    const name = powerTitle(power);
    reasons.push(isStab ? `${name} stabbed me` : step < 0 ? `${name} acted against me` : `${name} proved useful`);
  }
  return { changed, reasons };
}

/** Moves a label a number of steps towards `Ally`, or with a negative number towards `Enemy`. */
export function stepRelationship(from: Relationship, steps: number): Relationship {
  const to = RELATIONSHIPS.indexOf(from) + steps;
  return RELATIONSHIPS[Math.min(RELATIONSHIPS.length - 1, Math.max(0, to))] ?? from;
}
