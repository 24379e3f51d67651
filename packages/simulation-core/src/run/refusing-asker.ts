import { ReplayDivergedError } from '../errors/run-errors.js';
import type { CallSite } from '../scope/recorder.js';
import type { Asker } from './run-recorder.js';

/** The asker of a replay: refuses every call, as no model may be asked. */
export const refusingAsker: Asker = {
  checkMayAsk,
  generate: async ({ site }) => checkMayAsk(site),
  embed: async (_model, _texts, _options, site) => checkMayAsk(site),
};

/** @throws ReplayDivergedError */
function checkMayAsk({ path }: CallSite): never {
  throw new ReplayDivergedError(path, 'answer-missing');
}
