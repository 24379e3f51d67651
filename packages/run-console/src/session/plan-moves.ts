import { type ClientConfig, PROVIDER_PRESETS } from '@entente/llm-clients';
import { formatModelSpec, type ModelSpec } from '@entente/llm-clients/contract';
import { type Addresses, addressKey } from '@entente/simulation-core';
import { UsageError } from '../cli/console-error.js';
import type { LiveModels } from './model-source.js';
import { addressNow } from './moved-models.js';

/** A run on record as far as its models may move. */
interface MovableRun {
  readonly runId: string;
  /** All that it asks, as its header has them. */
  readonly models: readonly ModelSpec[];
  /** Addresses that they have moved to before. */
  readonly addresses: Addresses;
  /** Nothing is asked any more, so nothing moves. @default false */
  readonly hasEnded?: boolean;
}

interface PlannedMoves {
  /** New addresses by run; a run of which nothing moves has none. */
  readonly moves: ReadonlyMap<string, Addresses>;
  /** Lines to tell: runs that go on as they were, and models that go back to where they began. */
  readonly notes: readonly string[];
}

/**
 * Reads `--model` beside runs on record: each id gives the key of a model, or another address of it, or both. Only the address may
 * change, so the id stands for the model of the same provider and name. An address is one that the id names, or that the provider's
 * variable names for it.
 * @param ids as they were typed; undefined where none was
 * @throws UsageError for an id that does neither, that no run asks, or that could stand for several models of a run; never with a key
 */
export function planMoves(ids: readonly string[] | undefined, runs: readonly MovableRun[], models: LiveModels): PlannedMoves {
  const moves = new Map<string, Record<string, string>>();
  const wanted = new Map<string, string>();
  const notes: string[] = [];
  for (const id of ids ?? []) {
    const name = id.replace(/#.*$/s, '').trim();
    const hasKey = /#./s.test(id);
    const isExplicit = /@https?:/i.test(name);
    const target = models.describe(id);
    if (isExplicit && target.baseUrl === null) throw new UsageError(withoutEffect(name, isExplicit));
    const isNamed = isExplicit || target.baseUrl !== usualAddress(target);
    const there: string[] = [];
    const moving: string[] = [];
    for (const { runId, models: asked, addresses, hasEnded = false } of runs) {
      const same = distinctAddresses(asked, target);
      const now = same.map((spec) => addressNow(spec, addresses));
      const [first] = same;
      if (first === undefined) continue;
      const isThere = now.includes(target.baseUrl);
      const key = addressKey(first);
      if (isThere && same.length > 1) there.push(runId);
      else if (isThere || (isNamed && target.baseUrl !== null && key !== undefined)) {
        if (same.length > 1) throw new UsageError(ambiguous(name, runId, same));
        assertOneAddress(wanted, { runId, key: key ?? '', address: target.baseUrl ?? '', name: formatModelSpec(target) });
        if (isThere) there.push(runId);
        else {
          moving.push(runId);
          if (key !== undefined && target.baseUrl !== null && !hasEnded)
            moves.set(runId, { ...moves.get(runId), [key]: target.baseUrl });
          if (target.baseUrl === first.baseUrl && !hasEnded)
            notes.push(`${runId}: ${formatModelSpec(target)} goes back to ${target.baseUrl}, where the run began.`);
        }
      }
    }
    if (there.length + moving.length === 0) throw new UsageError(elsewhere(name, target, runs) ?? askedByNone(name, runs));
    const isIdle = !hasKey && moving.length === 0;
    if (isIdle && !isExplicit) throw new UsageError(withoutEffect(name, isExplicit));
    if (there.length > 0 && !hasKey)
      notes.push(`${namesOf(there)}: ${formatModelSpec(target)} is asked at ${target.baseUrl} already.`);
    const others = runs.map(({ runId }) => runId).filter((runId) => !there.includes(runId) && !moving.includes(runId));
    if (others.length > 0 && !(hasKey && moving.length === 0))
      notes.push(`${namesOf(others)}: ${formatModelSpec(target)} is not asked there, and nothing is moved.`);
  }
  return { moves, notes };
}

/** The models of the same provider and name, one for each address on record. */
function distinctAddresses(asked: readonly ModelSpec[], { provider, modelId }: ModelSpec): readonly ModelSpec[] {
  const same = asked.filter((spec) => spec.provider === provider && spec.modelId === modelId);
  return [...new Map(same.map((spec) => [spec.baseUrl, spec])).values()];
}

function usualAddress({ provider }: ModelSpec): string | null {
  const presets: Partial<Record<string, { readonly baseUrl: string | null }>> = PROVIDER_PRESETS;
  return presets[provider]?.baseUrl ?? null;
}

/** @throws UsageError where another id has named another address for the model */
function assertOneAddress(
  wanted: Map<string, string>,
  {
    runId,
    key,
    address,
    name,
  }: { readonly runId: string; readonly key: string; readonly address: string; readonly name: string },
): void {
  const before = wanted.get(`${runId} ${key}`) ?? address;
  if (before !== address)
    throw new UsageError(
      `--model gives ${name} two addresses, ${before} and ${address}, and ${runId} asks it at one; leave out one of them.`,
    );
  wanted.set(`${runId} ${key}`, address);
}

function ambiguous(name: string, runId: string, same: readonly ModelSpec[]): string {
  const addresses = same.map(({ baseUrl }) => baseUrl ?? 'no address').join(' and at ');
  return (
    `--model ${name} could move more than one model: ${runId} asks ${formatModelSpec(same[0]!)} at ${addresses}; ` +
    'serve it there again, or fork the run and say with --set who is asked where.'
  );
}

/** For an id without an address, where a run asks the model at another than its usual one. */
function elsewhere(name: string, target: ModelSpec, runs: readonly MovableRun[]): string | undefined {
  for (const { models, addresses } of runs) {
    const [spec] = distinctAddresses(models, target);
    if (spec !== undefined)
      return (
        `--model ${name} has no effect here: the run asks ${formatModelSpec(spec)} at ${addressNow(spec, addresses)}, and this is the one at ` +
        `${target.baseUrl ?? 'no address'}; write the address too, ${formatModelSpec(spec)}@${addressNow(spec, addresses)}.`
      );
  }
  return undefined;
}

function askedByNone(name: string, runs: readonly MovableRun[]): string {
  const known = runs.flatMap(({ models, addresses }) =>
    models.map((spec) => {
      const address = addressNow(spec, addresses);
      return `${formatModelSpec(spec)}${address === null ? '' : `@${address}`}`;
    }),
  );
  const change = /@https?:/i.test(name) ? '. Only the address of a model can change; fork --set changes models.' : '.';
  return `--model ${name} has no effect here: no run of this command asks it; they ask ${[...new Set(known)].join(', ') || 'no model'}${change}`;
}

function withoutEffect(name: string, isExplicit: boolean): string {
  return isExplicit
    ? `--model ${name} has no effect here: this model is asked at no address, so it cannot move to one.`
    : `--model ${name} has no effect here: a run on record keeps its models, and --model gives the key of one, ${name}#key, or another address of it, ${name}@https://...; fork --set changes models.`;
}

const MOST_NAMED = 3;

function namesOf(runIds: readonly string[]): string {
  const more = runIds.length - MOST_NAMED;
  return `${runIds.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** A line for each entry of the config file that is written for the old address of a model that moves, and not for its new one. */
export function settingsLeftBehind({ models = {} }: ClientConfig, moves: Iterable<Addresses>): readonly string[] {
  const lines = [...moves].flatMap((addresses) =>
    Object.entries(addresses).flatMap(([model, address]) => {
      const moved = `${model.replace(/@https?:.*$/is, '')}@${address}`;
      return models[model] === undefined || models[moved] !== undefined
        ? []
        : [`The config file has settings of ${model}, which do not move: write them under models for ${moved} too.`];
    }),
  );
  return [...new Set(lines)];
}
