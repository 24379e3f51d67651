import { type ListPlan, SORT_KEYS, USUAL_PLAN } from './list-plan';

/** Reads a plan from the query of an address; what it does not know is as usual. */
export function readPlan(query: URLSearchParams): ListPlan {
  const text = (key: 'words' | 'program' | 'status' | 'study' | 'condition' | 'model'): string => query.get(key) ?? '';
  const group = query.get('group');
  return {
    words: text('words'),
    program: text('program'),
    status: text('status'),
    study: text('study'),
    condition: text('condition'),
    model: text('model'),
    sort: SORT_KEYS.find((key) => key === query.get('sort')) ?? USUAL_PLAN.sort,
    isDescending: query.has('sort') ? query.get('down') === '1' : USUAL_PLAN.isDescending,
    group: group === 'study' || group === 'origin' ? group : 'none',
  };
}

/** Writes a plan as the query of an address; what is as usual is left out. */
export function planAsQuery({ sort, isDescending, group, ...filters }: ListPlan): Readonly<Record<string, string>> {
  const isUsualOrder = sort === USUAL_PLAN.sort && isDescending === USUAL_PLAN.isDescending;
  return {
    ...Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== '')),
    ...(isUsualOrder ? {} : { sort, down: isDescending ? '1' : '0' }),
    ...(group === 'none' ? {} : { group }),
  };
}
