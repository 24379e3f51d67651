import type { PressPromise, PromiseCheck } from './press-promise.js';

/** A promise with what the orders say of it. */
export interface CheckedPromise extends PressPromise, PromiseCheck {}

/** Whether orders leave it open what became of a promise. */
export const isOpen = ({ verdict }: Pick<PromiseCheck, 'verdict'>): boolean => verdict === 'undetermined';
