import { LineStoppedError } from '../errors/scope-errors.js';
import { JOURNAL_VERSION } from '../journal/entry.js';
import { BranchGroup } from './line.js';
import { lineScopeOf } from './line-scope.js';
import type { Scope } from './scope.js';

/**
 * Runs one branch for each key at the same time, each on a child scope of its own, and waits for all of them. When a branch
 * fails, its siblings start no new call, calls in flight land on record, and then the first failure (in key order) is thrown.
 * Results come in key order, never in order of arrival.
 */
export async function inParallel<const Key extends string, Value>(
  scope: Scope,
  keys: readonly Key[],
  branch: (key: Key, scope: Scope) => Promise<Value>,
): Promise<{ readonly [K in Key]: Value }> {
  const parent = lineScopeOf(scope);
  const group = new BranchGroup();
  const fanOut = async (): Promise<{ readonly [K in Key]: Value }> => {
    const branches = keys.map((key) => ({ key, scope: parent.branch(key, group) }));
    parent.recorder.note({ type: 'branches-opened', v: JOURNAL_VERSION, path: parent.path, keys: [...keys] });
    const settled = await Promise.all(
      branches.map(async ({ key, scope: own }) => {
        try {
          const value = await branch(key, own);
          await own.line.close();
          return { key, value };
        } catch (error) {
          group.fail(error);
          await own.line.drain();
          return { key, error };
        }
      }),
    );
    const failures = settled.filter((result) => 'error' in result).map((result) => result.error);
    if (failures.length > 0) throw failures.find((error) => !(error instanceof LineStoppedError)) ?? failures[0];
    return Object.fromEntries(settled.map((result) => [result.key, 'value' in result ? result.value : undefined])) as {
      readonly [K in Key]: Value;
    };
  };
  return parent.line.do(parent.path, fanOut);
}
