import type { OptionValues, VerbCall } from '@entente/run-console';
import { carryOut, openSession, reportBatch, runsFolder } from '@entente/run-console/session';
import { createFileStore } from '@entente/simulation-core/node';
import type { batchOptions } from '../cli/verb-options.js';
import { chooseCouples } from '../couple-runs/choose-couples.js';
import { planCouples } from '../couple-runs/plan-couples.js';
import { relationshipKind } from '../couple-runs/relationship-kind.js';

export type BatchOptions = OptionValues<typeof batchOptions>;

/** Plays couples times seeds; returns the exit code. */
export async function runCouples({ io, options }: Pick<VerbCall<BatchOptions>, 'io' | 'options'>): Promise<number> {
  const couples = chooseCouples(options.pairs ?? ['all']);
  const folder = runsFolder(io.cwd, options.runsDir);
  const session = await openSession(io, { ...options, responders: relationshipKind.responders });
  try {
    const store = createFileStore({ folder, durability: options.durability });
    const plans = planCouples(couples, options.seeds, { session, options, known: await store.list() });
    const carriedOut = await carryOut({ io, kind: relationshipKind, session, store, folder, plans, options });
    return reportBatch({
      io,
      kind: relationshipKind,
      plans,
      carriedOut,
      folder,
      runsDirFlag: options.runsDir,
      json: options.json,
    });
  } finally {
    session.close();
  }
}
