import { PARTNERS } from '../../ports/partners.js';
import type { Conditions, PersonConditions, Range } from '../scenario.js';

/** Stages of a couple that plays scenarios without a condition on the stage: strangers and those who have separated need their own. */
export const USUAL_STAGES = ['dating', 'together', 'engaged', 'married'] as const;

/** Conditions under which both hold. A pair that contradicts itself gives a list or a range that nothing fulfils; see `contradictionsIn`. */
export function mergeConditions(one: Conditions, other: Conditions): Conditions {
  const names = new Set([...Object.keys(one.states ?? {}), ...Object.keys(other.states ?? {})]) as Set<
    keyof NonNullable<Conditions['states']>
  >;
  const states = [...names].map((name) => [name, common(one.states?.[name], other.states?.[name])]);
  return {
    ...one,
    ...other,
    ...given({
      stage: common(one.stage, other.stage),
      living: common(one.living, other.living),
      months: narrowed(one.months, other.months),
      commitment: narrowed(one.commitment, other.commitment),
      states: names.size > 0 ? (Object.fromEntries(states) as Conditions['states']) : undefined,
      ...Object.fromEntries(PARTNERS.map((partner) => [partner, mergePerson(one[partner], other[partner])])),
    }),
  };
}

function mergePerson(one: PersonConditions | undefined, other: PersonConditions | undefined): PersonConditions | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return { ...one, ...other, ...given({ age: narrowed(one.age, other.age), work: common(one.work, other.work) }) };
}

function common<Value>(one: readonly Value[] | undefined, other: readonly Value[] | undefined): readonly Value[] | undefined {
  return one === undefined || other === undefined ? (one ?? other) : one.filter((value) => other.includes(value));
}

function narrowed(one: Range | undefined, other: Range | undefined): Range | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  const min = Math.max(one.min ?? -Infinity, other.min ?? -Infinity);
  const max = Math.min(one.max ?? Infinity, other.max ?? Infinity);
  return given({ min: min === -Infinity ? undefined : min, max: max === Infinity ? undefined : max });
}

/** Names of the conditions that nothing can fulfil. */
export function contradictionsIn({ stage, living, months, commitment, states, A, B }: Conditions): readonly string[] {
  const lists = { stage, living, ...states, 'A.work': A?.work, 'B.work': B?.work };
  const ranges = { months, commitment, 'A.age': A?.age, 'B.age': B?.age };
  return [
    ...Object.entries(lists).flatMap(([name, list]) => (list?.length === 0 ? [name] : [])),
    ...Object.entries(ranges).flatMap(([name, range]) => ((range?.min ?? -Infinity) > (range?.max ?? Infinity) ? [name] : [])),
  ];
}

function given<Fields extends object>(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields;
}
