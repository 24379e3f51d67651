import { flag, type GivenOptions, type OptionRule, text } from '@entente/run-console';

/** Kinds of material, in the order in which they build on one another. */
export const MATERIAL_KINDS = ['personas', 'couples', 'turning-points', 'scenarios', 'arcs'] as const;
export type MaterialKind = (typeof MATERIAL_KINDS)[number];

export const listOptions = {
  study: text('--study <folder>', 'a study, whose entries stand beside those that ship or in their place (default: what ships)'),
  category: text('--category <name>', 'turning points or scenarios of this category only: modern-life'),
  turningPoint: text('--turning-point <id>', 'scenarios of this turning point only, by its id or name'),
  json: flag('--json', 'write an object on each line'),
} as const;

/** Kinds that a filter has an effect on. */
const FILTERED: Readonly<Record<string, readonly MaterialKind[]>> = {
  category: ['turning-points', 'scenarios'],
  turningPoint: ['scenarios'],
};

export const listRules: readonly OptionRule[] = Object.entries(FILTERED).map(
  ([key, kinds]): OptionRule =>
    ({ words: [kind], isGiven, flag: flagOf }: GivenOptions) =>
      isGiven(key) && !(kinds as readonly string[]).includes(kind ?? '')
        ? `${flagOf(key)} has no effect on ${kind ?? ''}: it chooses among ${kinds.join(' and ')}; leave it out.`
        : undefined,
);
