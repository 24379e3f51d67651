import { POWERS, type Power } from '@entente/diplomacy-rules';
import { parseCallPath } from '@entente/simulation-core/journal';
import { readWorkKey, ROUND_PREFIX, SCOPE, SETUP_STEP, type Work } from './call-base.js';

/** Purpose of a call. */
export type CallStage =
  | 'initialization'
  | 'message'
  | 'plan'
  | 'negotiation-diary'
  | 'orders'
  | 'phase-diary'
  | 'state-update'
  | 'consolidation'
  | 'summary';

/** Position of a call in a game, read from its path. */
export interface CallPlace {
  /** The path without its number; calls that ask the same thing again share it. Equal to the `callBase` of the call. */
  readonly base: string;
  /** How many calls were made at the same base before this one: the number after `#`. */
  readonly number: number;
  /** Phase that the call is about; `S1901M` for the setup. */
  readonly phase: string;
  readonly stage: CallStage;
  /** `null` for a call that is made for no power. */
  readonly power: Power | null;
  /** Round of messages, from 1; `null` for all other stages. */
  readonly round: number | null;
  /** Deferred work that the call is part of; `null` for a call that a step makes itself. */
  readonly work: Work | null;
}

/** The phase before which powers set out. */
const FIRST_PHASE = 'S1901M';

/**
 * Reads a call's path: `setup/FRANCE#0`, `S1901M/round-1/FRANCE#0`, `S1901M/orders/FRANCE/diary#0`, `deferred/S1901M/analysis/FRANCE/update#0`.
 * @returns `null` for a path that no game of this version has
 */
export function readCallPlace(path: string): CallPlace | null {
  const { base, number, isDeferred, segments } = parseCallPath(path);
  const [step = '', part = '', ...rest] = segments;
  const work = isDeferred ? readWorkKey(segments.join('/')) : null;
  const stage = step === SETUP_STEP ? 'initialization' : stageOf(part, rest.at(-1) ?? '');
  if (stage === null || isDeferred !== (work !== null)) return null;
  const names = [part, ...rest];
  return {
    base,
    number,
    phase: step === SETUP_STEP ? FIRST_PHASE : step,
    stage,
    power: POWERS.find((power) => names.includes(power)) ?? null,
    round: stage === 'message' ? Number(part.slice(ROUND_PREFIX.length)) : null,
    work,
  };
}

function stageOf(part: string, last: string): CallStage | null {
  if (part.startsWith(ROUND_PREFIX)) return 'message';
  switch (part) {
    case SCOPE.plans:
      return 'plan';
    case SCOPE.orders:
      return last === SCOPE.diary ? 'negotiation-diary' : last === SCOPE.plan ? 'plan' : 'orders';
    case 'analysis':
      return last === SCOPE.update ? 'state-update' : 'phase-diary';
    case 'consolidation':
    case 'summary':
      return part;
    default:
      return null;
  }
}
