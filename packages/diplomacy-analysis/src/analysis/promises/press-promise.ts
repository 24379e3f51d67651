import type { Power, Province } from '@entente/diplomacy-rules';

/** Kinds of promises. All but `other` can be checked against orders where they name units or places. */
export const PROMISE_KINDS = ['move', 'support', 'hold', 'convoy', 'no-attack', 'demilitarize', 'other'] as const;
export type PromiseKind = (typeof PROMISE_KINDS)[number];

/** A power's promise to do something, or not to do it. */
export interface PressPromise {
  /** Phase of the message. */
  readonly phase: string;
  readonly promiser: Power;
  readonly promisee: Power | 'GLOBAL';
  readonly kind: PromiseKind;
  /** The promise in the judge's words. */
  readonly text: string;
  /** The promiser's own words, from a message of that phase. */
  readonly quote: string;
  /** Promised orders, canonical, for the promiser's own units only. */
  readonly orders: readonly string[];
  /** Places that the promise is about: not to be attacked, to be left empty, to move or give support into. */
  readonly provinces: readonly Province[];
  /** Power that a `no-attack` spares; `null` where only places are named. */
  readonly spares: Power | null;
  /** The last phase that it covers. */
  readonly due: string;
  /** Condition that the other side has to meet first; `null` for none. */
  readonly condition: string | null;
}

/** `void`: the promise could not be kept, or falls due outside the analysed phases. */
export const VERDICTS = ['kept', 'broken', 'void', 'undetermined'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Verdict of the orders on a promise. */
export interface PromiseCheck {
  readonly verdict: Verdict;
  /** Movement phase of the orders that decide. */
  readonly judgedIn: string;
  /** A sentence or two, made of exact facts. */
  readonly explanation: string;
  /** The promiser's orders that decide, with their results. */
  readonly actual: readonly string[];
}

/** Whether a promise was broken on purpose; `unknown` without evidence in the promiser's own diary. */
export const INTENTIONS = ['deliberate', 'accidental', 'unknown'] as const;
export type Intention = (typeof INTENTIONS)[number];

/** A promise with its verdict, intention and evidence. */
export interface JudgedPromise extends PressPromise, PromiseCheck {
  /** `orders`: exact; `model`: an opinion with a quote; `nobody` for what stays undetermined. */
  readonly judgedBy: 'orders' | 'model' | 'nobody';
  readonly intention: Intention;
  /** Quote from the promiser's diary, or from the model's evidence. */
  readonly evidence: string | null;
}

/** A promise with the verdict of the orders. */
export interface CheckedPromise extends PressPromise, PromiseCheck {}

/** Returns whether orders leave the verdict open. */
export const isOpen = ({ verdict }: Pick<PromiseCheck, 'verdict'>): boolean => verdict === 'undetermined';
