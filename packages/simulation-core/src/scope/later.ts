import type { Scope } from './scope.js';

/** Work started beside the present line of control, to be joined by it before its step ends. */
export interface Later<Value> {
  join(): Promise<Value>;
}

/** Starts `branch` on a child scope of its own and goes on; `join` waits for it. */
export declare function later<Value>(scope: Scope, name: string, branch: (scope: Scope) => Promise<Value>): Later<Value>;
