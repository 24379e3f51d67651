import { forEveryPower } from '@entente/diplomacy-game/state';
import { withoutKeyShapes } from '@entente/llm-clients/secrets';
import { errorCounts } from '../record/error-counts.js';
import { gameOutcome } from '../record/game-outcome.js';
import type { GameRecord } from '../record/game-record.js';
import { modelName, predecessorConfig } from './predecessor-config.js';
import { mapTexts } from './without-keys.js';

/**
 * Writes the predecessor's `overview.jsonl`: errors by power and model, models by power, and the configuration, which in our files also
 * has the ending. The models come from the run's header and are there after any resumption.
 */
export function toOverview(record: GameRecord): string {
  const models = forEveryPower((power) => modelName(record.spec.seats[power].model));
  const { ending, winners, after } = gameOutcome(record.state);
  return [errorCounts(record), models, { ...predecessorConfig(record), ending, winners, last_phase: after }]
    .map((line) => `${JSON.stringify(mapTexts(line, withoutKeyShapes))}\n`)
    .join('');
}
