import { z } from 'zod';
import { byPartner, type ByPartner, PARTNERS } from '../ports/partners.js';

/** Kinds of bond between the two. */
export const BONDS = ['partners', 'friends', 'family'] as const;
export type Bond = (typeof BONDS)[number];

/**
 * How far the two have come with each other; friends and family are `together`. Strangers are `acquainted` once a scene brought them
 * together.
 */
export const COUPLE_STAGES = ['strangers', 'acquainted', 'dating', 'together', 'engaged', 'married', 'separated'] as const;
export type CoupleStage = (typeof COUPLE_STAGES)[number];

export const LIVING = ['apart', 'together', 'long-distance'] as const;
export type Living = (typeof LIVING)[number];

export const WORK = ['employed', 'self-employed', 'studying', 'at-home', 'between-jobs', 'retired'] as const;
export type Work = (typeof WORK)[number];

/** Facts of a person's life that scenarios depend on. An absent one is unknown. */
export interface PartnerLife {
  /** Years. */
  readonly age?: number | undefined;
  readonly occupation?: string | undefined;
  readonly work?: Work | undefined;
  /** Parents who are alive. */
  readonly parents?: 'both' | 'one' | 'none' | undefined;
  readonly grandparents?: boolean | undefined;
  readonly siblings?: boolean | undefined;
  /** Children of this person, those of the couple aside. */
  readonly children?: number | undefined;
  readonly pet?: boolean | undefined;
}

/** Facts about the two, apart from what either feels. An absent fact is unknown. */
export interface CoupleFacts {
  readonly bond: Bond;
  /** Bond in words, for `family`: `mother and grown-up son`. */
  readonly kind?: string | undefined;
  readonly stage: CoupleStage;
  /** Months since they became what they are to each other. */
  readonly months?: number | undefined;
  readonly living?: Living | undefined;
  /** Children that the two have together or bring up together. */
  readonly children?: number | undefined;
  /** The way it came to this, as both know it, in a few sentences. */
  readonly story?: string | undefined;
  /** Agreements between the two. */
  readonly agreed: readonly string[];
  /** Traits of the other that each has seen before the first scene; empty for nothing. */
  readonly knows: ByPartner<string>;
  readonly lives: ByPartner<PartnerLife>;
}

/** A couple about which nothing else is known. */
export const UNKNOWN_COUPLE: CoupleFacts = {
  bond: 'partners',
  stage: 'together',
  agreed: [],
  knows: { A: '', B: '' },
  lives: byPartner(() => ({})),
};

/** Facts that a scene may change, by name: `stage`, `living`, `children`, `A.work`, … */
export const CHANGEABLE_FACTS = [
  'stage',
  'living',
  'children',
  ...PARTNERS.flatMap(
    (partner) => [`${partner}.work`, `${partner}.parents`, `${partner}.grandparents`, `${partner}.pet`] as const,
  ),
] as const;
export type ChangeableFact = (typeof CHANGEABLE_FACTS)[number];

/** A fact of the couple that is another from now on; numbers and yes or no are written as text (`2`, `false`). */
export interface CoupleChange {
  readonly fact: ChangeableFact;
  readonly to: string;
}

export const coupleChangeSchema = z.object({ fact: z.enum(CHANGEABLE_FACTS), to: z.string() });

const lifeSchema: z.ZodType<PartnerLife> = z.object({
  age: z.number().exactOptional(),
  occupation: z.string().exactOptional(),
  work: z.enum(WORK).exactOptional(),
  parents: z.enum(['both', 'one', 'none']).exactOptional(),
  grandparents: z.boolean().exactOptional(),
  siblings: z.boolean().exactOptional(),
  children: z.number().exactOptional(),
  pet: z.boolean().exactOptional(),
});

export const coupleFactsSchema: z.ZodType<CoupleFacts> = z.object({
  bond: z.enum(BONDS),
  kind: z.string().exactOptional(),
  stage: z.enum(COUPLE_STAGES),
  months: z.number().exactOptional(),
  living: z.enum(LIVING).exactOptional(),
  children: z.number().exactOptional(),
  story: z.string().exactOptional(),
  agreed: z.array(z.string()),
  knows: z.object({ A: z.string(), B: z.string() }),
  lives: z.object({ A: lifeSchema, B: lifeSchema }),
});

/**
 * Returns the facts after a change. A change whose value does not fit the fact leaves them as they are. Friends who begin to date are partners
 * from then on.
 */
export function applyCoupleChange(couple: CoupleFacts, { fact, to }: CoupleChange): CoupleFacts {
  const [first, second] = fact.split('.') as [string, string | undefined];
  const changed =
    second === undefined
      ? {
          ...couple,
          bond: bondAfter(couple.bond, { fact, to }),
          [fact]: fact === 'children' ? childrenAfter(couple.children, to) : to,
        }
      : {
          ...couple,
          lives: { ...couple.lives, [first]: { ...couple.lives[first as 'A' | 'B'], [second]: lifeValue(second, to) } },
        };
  return coupleFactsSchema.safeParse(changed).success ? changed : couple;
}

function bondAfter(bond: Bond, { fact, to }: CoupleChange): Bond {
  return bond === 'friends' && fact === 'stage' && to === 'dating' ? 'partners' : bond;
}

/** `+1` adds, a number replaces, and anything else is no number. */
function childrenAfter(before: number | undefined, to: string): number {
  if (!/^\+?\d+$/.test(to)) return NaN;
  return to.startsWith('+') ? (before ?? 0) + Number(to) : Number(to);
}

function lifeValue(fact: string, to: string): string | boolean {
  const isYesOrNo = (fact === 'grandparents' || fact === 'pet') && (to === 'true' || to === 'false');
  return isYesOrNo ? to === 'true' : to;
}
