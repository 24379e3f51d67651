import type { Power } from '@entente/diplomacy-rules';
import type { ForkedGame } from './fork-future.js';

/** Forks with the same edit at the same step; they differ by chance alone. */
export interface ForkGroup {
  readonly step: string;
  readonly name: string;
  readonly powers: readonly Power[];
  readonly forks: readonly ForkedGame[];
}

/** Groups forks by edit and step, controls first; futures in order. */
export function groupForks(forks: readonly ForkedGame[]): readonly ForkGroup[] {
  const groups = new Map<string, ForkedGame[]>();
  for (const fork of forks) groups.set(fork.edit.key, [...(groups.get(fork.edit.key) ?? []), fork]);
  return [...groups.values()]
    .flatMap((own): readonly ForkGroup[] => {
      const [first] = own;
      const step = first?.header.forkedFrom?.step;
      return first && step !== undefined
        ? [
            {
              step,
              name: first.edit.name,
              powers: first.edit.powers,
              forks: own.toSorted((one, other) => futureOf(one) - futureOf(other)),
            },
          ]
        : [];
    })
    .sort((one, other) => Number(isControl(other)) - Number(isControl(one)));
}

/** Whether nothing was changed in the forks of a group. */
export const isControl = ({ name }: ForkGroup): boolean => name === 'control';

/** Number of a fork's future. */
export const futureOf = ({ header }: ForkedGame): number => header.forkedFrom?.future ?? 0;
