import { JOURNAL_VERSION } from '../journal/entry.js';
import { lineScopeOf } from './line-scope.js';
import type { Scope } from './scope.js';

/** Work started beside a line of control, which must join it before its step or branch ends. */
export interface Later<Value> {
  /** Waits for the work. @throws the error of the work */
  join(): Promise<Value>;
}

/** Starts `branch` on a child scope of its own without waiting; `join` waits for it. */
export function later<Value>(scope: Scope, name: string, branch: (scope: Scope) => Promise<Value>): Later<Value> {
  const parent = lineScopeOf(scope);
  parent.line.laterStarted();
  const own = parent.branch(name);
  parent.recorder.note({ type: 'later-started', v: JOURNAL_VERSION, path: parent.path, name });
  const run = async (): Promise<Value> => {
    try {
      const value = await branch(own);
      await own.line.close();
      return value;
    } catch (error) {
      await own.line.drain();
      throw error;
    }
  };
  const running = parent.line.watch(run());
  let joined = false;
  return {
    join: () =>
      parent.line.do(own.path, async () => {
        if (!joined) {
          joined = true;
          parent.line.laterJoined();
        }
        const value = await running;
        parent.recorder.note({ type: 'later-joined', v: JOURNAL_VERSION, path: parent.path, name });
        return value;
      }),
  };
}
