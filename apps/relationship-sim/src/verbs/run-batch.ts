import type { OptionValues, VerbCall } from '@entente/run-console';
import {
  carryOut,
  listKnown,
  openSession,
  reportBatch,
  reportEstimate,
  runsFolder,
  keylessSession,
} from '@entente/run-console/session';
import { createFileStore } from '@entente/simulation-core/node';
import { estimateStudy } from '@entente/studies';
import { chooseCouples } from '../couple-runs/choose-couples.js';
import { describeCouple } from '../couple-runs/describe-couple.js';
import { planCouples } from './plan-couples.js';
import { relationshipKind } from '../relationship-kind.js';
import { ESTIMATE_BASIS, estimateCouple } from '../studies/estimate-couple.js';
import type { batchOptions } from './couple-options.js';

export type BatchOptions = OptionValues<typeof batchOptions>;

/** Plays each couple with each seed, or estimates these runs; returns the exit code. */
export async function runCouples({ io, options }: Pick<VerbCall<BatchOptions>, 'io' | 'options'>): Promise<number> {
  const couples = chooseCouples(options.couples ?? ['all']);
  const seeds = options.seeds ?? ['1'];
  const folder = runsFolder(io.cwd, options.runsDir);
  const session = await openSession(io, { ...options, responders: relationshipKind.responders });
  try {
    if (options.dryRun) {
      const keyless = keylessSession(session);
      const runs = couples
        .map((couple) => describeCouple(couple, options, keyless))
        .flatMap(({ couple, spec }) => seeds.map((seed) => ({ condition: couple.id, spec: spec(seed, 0) })));
      const estimate = estimateStudy(runs, ({ spec }) =>
        estimateCouple(spec, { costOf: (model, usage) => session.clients.costOf(model, usage) }),
      );
      const budget = { dollars: options.maxCost, tokens: options.maxTokens };
      reportEstimate({
        io,
        study: null,
        estimate,
        budget,
        noun: 'run',
        rowNoun: 'couple',
        basis: ESTIMATE_BASIS,
        json: options.json,
      });
      return 0;
    }
    const store = createFileStore({ folder, durability: options.durability });
    const plans = planCouples(couples, seeds, { session, options, known: (await listKnown(store, session)).runs });
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
