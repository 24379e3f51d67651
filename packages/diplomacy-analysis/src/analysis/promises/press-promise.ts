import type { Power, Province } from '@entente/diplomacy-rules';

/** What can be promised. All but `other` can be checked against orders where they name units or places. */
export const PROMISE_KINDS = ['move', 'support', 'hold', 'convoy', 'no-attack', 'demilitarize', 'other'] as const;
export type PromiseKind = (typeof PROMISE_KINDS)[number];

/** Something that a power said it would do, or not do. */
export interface PressPromise {
  /** In which it was made. */
  readonly phase: string;
  readonly promiser: Power;
  readonly promisee: Power | 'GLOBAL';
  readonly kind: PromiseKind;
  /** In the judge's words. */
  readonly text: string;
  /** In the promiser's own, from one of its messages of that phase. */
  readonly quote: string;
  /** Canonical, of the promiser's own units only. */
  readonly orders: readonly string[];
  /** Where something is promised of places: not to be attacked, to be left empty, to move or to give support into. */
  readonly provinces: readonly Province[];
  /** Whom a `no-attack` spares; `null` where only places are named. */
  readonly spares: Power | null;
  /** The last phase that it covers. */
  readonly due: string;
  /** What the other side has to do first; `null` for a promise without an if. */
  readonly condition: string | null;
}

/** `void`: it could not be kept any more, or never, or its time lies outside the phases that were looked at. */
export const VERDICTS = ['kept', 'broken', 'void', 'undetermined'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What the orders say of a promise. */
export interface PromiseCheck {
  readonly verdict: Verdict;
  /** The movement phase whose orders say it. */
  readonly judgedIn: string;
  /** A sentence or two, made of exact facts. */
  readonly explanation: string;
  /** The promiser's orders that it hangs on, with their results. */
  readonly actual: readonly string[];
}

/** Whether a promise was broken on purpose; `unknown` unless the promiser's own diary says it. */
export const INTENTIONS = ['deliberate', 'accidental', 'unknown'] as const;
export type Intention = (typeof INTENTIONS)[number];

/** A promise with everything that is known of it. */
export interface JudgedPromise extends PressPromise, PromiseCheck {
  /** `orders`: exact; `model`: an opinion with a quote; `nobody` for what stays undetermined. */
  readonly judgedBy: 'orders' | 'model' | 'nobody';
  readonly intention: Intention;
  /** From the diary of the promiser, or from whatever the model judged by. */
  readonly evidence: string | null;
}
