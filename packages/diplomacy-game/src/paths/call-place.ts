import { type Power, POWERS } from '@entente/diplomacy-rules';

/** What a call was for. */
export const CALL_STAGES = [
  'initialization',
  'message',
  'plan',
  'negotiation-diary',
  'orders',
  'phase-diary',
  'state-update',
  'consolidation',
  'summary',
] as const;
export type CallStage = (typeof CALL_STAGES)[number];

/** Where in a game a call was made, as its path tells. */
export interface CallPlace {
  /** The path without its number: calls that asked the same thing again share it. */
  readonly base: string;
  /** The phase it is about; `S1901M` for the setup. */
  readonly phase: string;
  /** `null` for what is asked of nobody's behalf. */
  readonly power: Power | null;
  readonly stage: CallStage;
}

/** The phase before which powers set out. */
const FIRST_PHASE = 'S1901M';

/**
 * Reads a call's path: `setup/FRANCE#0`, `S1901M/round-1/FRANCE#0`, `S1901M/orders/FRANCE/diary#0`, `deferred/S1901M/analysis/FRANCE/update#0`.
 * @returns `null` for a path that no game of this version has
 */
export function callPlace(path: string): CallPlace | null {
  const base = path.split('#', 1)[0] ?? '';
  const names = base.split('/');
  const isDeferred = names[0] === 'deferred';
  const [step = '', kind = '', ...rest] = isDeferred ? names.slice(1) : names;
  const power = POWERS.find((name) => names.includes(name)) ?? null;
  const stage = step === 'setup' ? 'initialization' : stageOf(kind, rest.at(-1) ?? '');
  return stage === null ? null : { base, phase: step === 'setup' ? FIRST_PHASE : step, power, stage };
}

function stageOf(kind: string, last: string): CallStage | null {
  if (kind.startsWith('round-')) return 'message';
  switch (kind) {
    case 'plans':
      return 'plan';
    case 'orders':
      return last === 'diary' ? 'negotiation-diary' : last === 'plan' ? 'plan' : 'orders';
    case 'analysis':
      return last === 'update' ? 'state-update' : 'phase-diary';
    case 'consolidation':
      return 'consolidation';
    case 'summary':
      return 'summary';
    default:
      return null;
  }
}
