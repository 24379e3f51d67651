import { type ByPower, type Power, POWERS } from '@entente/diplomacy-rules';
import { nearestName } from '@entente/llm-clients';
import { UsageError } from '@entente/run-console';
import { forEveryPower } from '@entente/diplomacy-game';
import type { GameOptions } from './game-options.js';

/** The model id of every power; `human` for people. @throws UsageError */
export function seatIds({ models, human = [] }: Pick<GameOptions, 'models' | 'human'>, fallback: () => string): ByPower<string> {
  const ids = models === undefined ? undefined : readModels(models);
  const named = POWERS.map((power) => (human.includes(power) ? 'human' : ids?.[power]));
  const others = named.includes(undefined) ? fallback() : '';
  return forEveryPower((power) => named[POWERS.indexOf(power)] ?? others);
}

function readModels(models: readonly string[]): { readonly [power in Power]?: string } {
  const pairs = new Map<Power, string>();
  const bare: string[] = [];
  for (const model of models) {
    const [, name, id] = /^([A-Za-z]+)=(.+)$/s.exec(model) ?? [];
    if (name === undefined || id === undefined) bare.push(model);
    else {
      const power = readPower(name, '--models');
      if (pairs.has(power)) throw new UsageError(`--models names ${power} twice; write every power once.`);
      pairs.set(power, id);
    }
  }
  if (pairs.size > 0) {
    if (bare.length > 1) throw new UsageError('--models mixes POWER=id with a list; write one id for all others, or none.');
    const left = POWERS.filter((power) => !pairs.has(power));
    if (bare.length === 0 && left.length > 0)
      throw new UsageError(
        `--models says nothing of ${left.join(', ')}; add an id without a power for all others, e.g. bot:greedy.`,
      );
    return forEveryPower((power) => pairs.get(power) ?? bare[0] ?? '');
  }
  if (bare.length !== 1 && bare.length !== POWERS.length)
    throw new UsageError(
      `--models needs one id or seven (${POWERS.join(',')}), and there ${bare.length === 1 ? 'is' : 'are'} ${bare.length}; or write FRANCE=id.`,
    );
  return forEveryPower((power) => (bare.length === 1 ? bare[0] : bare[POWERS.indexOf(power)]) ?? '');
}

/** A power by its name, or by the first letters of it where only one has them. @throws UsageError */
export function readPower(text: string, flag: string): Power {
  const name = text.trim().toUpperCase();
  const found = POWERS.filter((power) => name.length > 0 && power.startsWith(name));
  if (found.length === 1 && found[0] !== undefined) return found[0];
  const near = nearestName(name, POWERS);
  throw new UsageError(
    `${flag} names "${text}", which is no power${near === undefined ? '' : ` (did you mean ${near}?)`}; there are ${POWERS.join(', ')}.`,
  );
}

/** One value for all powers or seven, in their order. @throws UsageError */
export function oneOrSeven<Value>(values: readonly Value[], flag: string): ByPower<Value> {
  if (values.length !== 1 && values.length !== POWERS.length)
    throw new UsageError(`${flag} needs one value or seven (${POWERS.join(',')}), and there are ${values.length}.`);
  return forEveryPower((power) => values[values.length === 1 ? 0 : POWERS.indexOf(power)] as Value);
}
