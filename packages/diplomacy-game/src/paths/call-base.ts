import { deferredPath, parseCallPath } from '@entente/simulation-core/journal';
import { POWERS, type Power } from '@entente/diplomacy-rules';

/** The step before the first phase, in which the table is laid and every power sets out. */
export const SETUP_STEP = 'setup';

/** Names of the scopes that phases open below their step, beside those of powers and rounds. */
export const SCOPE = {
  /** Plans that are made beside the rounds of messages. */
  plans: 'plans',
  orders: 'orders',
  /** A plan that is made just before the orders, in a game without press. */
  plan: 'plan',
  /** The diary of a negotiation before the orders, and of a phase that is over. */
  diary: 'diary',
  /** The update of goals and relationships after a phase. */
  update: 'update',
} as const;

/** A round's scope is named by this and its number, from 1. */
export const ROUND_PREFIX = 'round-';

/** Name of the scope of a round of messages. @param round from 1 */
export const roundScope = (round: number): string => `${ROUND_PREFIX}${round}`;

/** Kinds of deferred work, as its keys have them. */
const WORK_KINDS = ['analysis', 'consolidation', 'summary'] as const;

/** Deferred work of a game. */
export interface Work {
  readonly kind: (typeof WORK_KINDS)[number];
  /** The phase in which it was deferred. */
  readonly phase: string;
  /** `null` for a summary, which is written for spectators. */
  readonly power: Power | null;
}

interface OfPhase {
  readonly phase: string;
}

interface OfPower extends OfPhase {
  readonly power: Power;
}

/** Keys of deferred work: `S1901M/analysis/FRANCE`, `S1902M/consolidation/FRANCE`, `S1901M/summary`. */
export const workKey = {
  analysis: ({ phase, power }: OfPower): string => `${phase}/analysis/${power}`,
  /** @param of the Spring in which the work begins */
  consolidation: ({ phase, power }: OfPower): string => `${phase}/consolidation/${power}`,
  summary: ({ phase }: OfPhase): string => `${phase}/summary`,
} as const satisfies Record<Work['kind'], (of: OfPower) => string>;

/** Reads a key of deferred work, or what begins with one. @returns `null` for work that no game of this version has */
export function readWorkKey(key: string): Work | null {
  const [phase = '', part = '', name] = parseCallPath(key).segments;
  const kind = WORK_KINDS.find((each) => each === part);
  return kind === undefined ? null : { kind, phase, power: POWERS.find((power) => power === name) ?? null };
}

/** Paths of calls without their numbers, by stage: the scope in which each call is made. `readCallPlace` reads them. */
export const callBase = {
  initialization: (power: Power): string => `${SETUP_STEP}/${power}`,
  /** All messages of a round begin with it. @param of `round` counts from 1 */
  round: ({ phase, round }: OfPhase & { readonly round: number }): string => `${phase}/${roundScope(round)}`,
  message: (of: OfPower & { readonly round: number }): string => `${callBase.round(of)}/${of.power}`,
  /** Made beside the rounds of messages. */
  plan: ({ phase, power }: OfPower): string => `${phase}/${SCOPE.plans}/${power}`,
  /** Made before the orders, in a game without press. */
  planBeforeOrders: (of: OfPower): string => `${callBase.orders(of)}/${SCOPE.plan}`,
  /** All orders of a phase begin with it. */
  ordersOfAll: ({ phase }: OfPhase): string => `${phase}/${SCOPE.orders}`,
  orders: (of: OfPower): string => `${callBase.ordersOfAll(of)}/${of.power}`,
  negotiationDiary: (of: OfPower): string => `${callBase.orders(of)}/${SCOPE.diary}`,
  phaseDiary: (of: OfPower): string => deferredPath(workKey.analysis(of), SCOPE.diary),
  stateUpdate: (of: OfPower): string => deferredPath(workKey.analysis(of), SCOPE.update),
  /** @param of the Spring in which the work begins */
  consolidation: (of: OfPower): string => deferredPath(workKey.consolidation(of)),
  summary: (of: OfPhase): string => deferredPath(workKey.summary(of)),
} as const;
