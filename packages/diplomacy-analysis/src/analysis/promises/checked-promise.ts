import type { PressPromise, PromiseCheck } from './press-promise.js';

/** A promise with the verdict of the orders. */
export interface CheckedPromise extends PressPromise, PromiseCheck {}

/** Returns whether orders leave the verdict open. */
export const isOpen = ({ verdict }: Pick<PromiseCheck, 'verdict'>): boolean => verdict === 'undetermined';
