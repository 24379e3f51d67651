import type { OptionValues, VerbCall } from '@entente/run-console';
import { freshFolder } from '@entente/run-console/session';
import { shippedLibrary } from '@entente/relationship/node';
import type { demoOptions } from './couple-options.js';
import { runCouples } from './run-batch.js';

const COUPLES_SHOWN = 6;
/** As long as a quick real model takes, so that what is seen is what concurrency does. */
const LATENCY = 'lognormal:150ms,0.25';

/** A batch on the offline model, in a fresh folder, so that it is played live each time. */
export async function runDemo({ io, options }: VerbCall<OptionValues<typeof demoOptions>>): Promise<number> {
  const model = options.model ?? 'offline';
  return runCouples({
    io,
    options: {
      ...options,
      dryRun: false,
      new: false,
      model,
      couples: options.couples ?? shownCouples(),
      latency: options.latency ?? (/^offline\b/.test(model) ? LATENCY : undefined),
      runsDir: await freshFolder(io, options.runsDir, 'demo'),
    },
  });
}

function shownCouples(): readonly string[] {
  const partners = shippedLibrary().couples.filter(({ facts }) => facts.bond === 'partners');
  return partners.slice(0, COUPLES_SHOWN).map(({ id }) => id);
}
