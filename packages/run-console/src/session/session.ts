import {
  type ClientConfig,
  type ClientEvent,
  type Clock,
  createModelClients,
  estimateTokens,
  findClientConfig,
  type ModelClients,
  nodeClock,
  type OfflineResponder,
  parseModelId,
  readClientConfig,
  withEnvFile,
} from '@entente/llm-clients';
import { formatModelSpec, isOffline, type ModelSpec } from '@entente/llm-clients/contract';
import { Budget } from '@entente/simulation-core';
import { printableJson } from '@entente/studies/tables';
import { join, resolve } from 'node:path';
import { ConsoleError, UsageError } from '../cli/console-error.js';
import type { ConsoleIo } from '../cli/console-io.js';
import type { OptionValues } from '../cli/verb.js';
import type { clientOptions, outputOptions } from '../options/option-groups.js';
import { noteworthy, openClientLog } from './log.js';
import { configForClients, liveModels, type LiveModels } from './model-source.js';

export interface SessionOptions
  extends OptionValues<typeof clientOptions>, Pick<OptionValues<typeof outputOptions>, 'logLevel' | 'logFile'> {
  readonly responders: readonly OfflineResponder[];
  /** Ids given on the command line, whose keys count for resumed runs too. */
  readonly modelIds?: readonly (string | undefined)[];
}

/** Model clients of one command, the configuration behind them, and the destination of their events. */
export interface Session {
  readonly clock: Clock;
  /** Folder of the command, which relative paths are meant in. */
  readonly cwd: string;
  readonly config: ClientConfig;
  readonly clients: ModelClients;
  readonly models: LiveModels;
  /** Sets the destination of lines for the user; a display takes it over while it is up. */
  setNotes(write: (message: string) => void): void;
  note(message: string): void;
  onConnectionsChanged(listener: () => void): () => void;
  close(): void;
}

/** Number of tokens that budgets set aside for a reply whose request sets no limit. */
const ASSUMED_OUTPUT_TOKENS = 2000;

/** Reads `.env` and the config file, and makes the clients. @throws SettingError, ConsoleError */
export async function openSession(io: ConsoleIo, options: SessionOptions): Promise<Session> {
  const clock = io.clock ?? nodeClock;
  const env = withEnvFile(io.env, join(io.cwd, '.env'));
  const config = readConfig(io, options.config);
  io.secrets?.addFrom({ env, config });
  let write = (message: string): void => void io.stderr.write(`${message}\n`);
  const note = (message: string): void => write(message);
  const log = options.logLevel
    ? await openClientLog({
        level: options.logLevel,
        file: options.logFile === undefined ? undefined : resolve(io.cwd, options.logFile),
        write: (line) => note(line.trimEnd()),
        clean: (line) => printableJson(io.secrets?.hide(line) ?? line),
      })
    : undefined;

  const listeners = new Set<() => void>();
  const onEvent = (event: ClientEvent): void => {
    if (log) log.log(event);
    else {
      const message = noteworthy(event);
      if (message !== undefined) note(message);
    }
    if (event.type === 'limit-changed') for (const listener of listeners) listener();
  };
  const clients = createModelClients({
    env,
    config: configForClients(config),
    clock,
    // Jitter of back-offs only; results never depend on it.
    random: Math.random,
    responders: options.responders,
    onEvent,
    offlineLatency: options.latency,
    maxConnections: options.maxConnections,
  });
  return {
    clock,
    cwd: io.cwd,
    config,
    clients,
    models: liveModels(clients, config, idsWithKeys(options.modelIds)),
    setNotes: (to) => {
      write = to;
    },
    note,
    onConnectionsChanged: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => log?.close(),
  };
}

/** The config file that was named, else the one in the command's folder; empty without one. @throws SettingError, ConsoleError */
export function readConfig(io: Pick<ConsoleIo, 'cwd'>, file: string | undefined): ClientConfig {
  if (file !== undefined) return readClientConfig(resolve(io.cwd, file));
  return findClientConfig(io.cwd)?.config ?? {};
}

function idsWithKeys(ids: SessionOptions['modelIds']): readonly string[] {
  return (ids ?? []).filter((id): id is string => id?.includes('#') ?? false);
}

/** A budget over all runs of a command. @throws ConsoleError when money is to be bounded and a price is unknown */
export function openBudget(
  clients: ModelClients,
  models: readonly ModelSpec[],
  limits: { readonly maxCost?: number | undefined; readonly maxTokens?: number | undefined },
): Budget | undefined {
  const { maxCost, maxTokens } = limits;
  if (maxCost === undefined && maxTokens === undefined) return undefined;
  if (maxCost !== undefined) {
    const probe = { inputTokens: 1000, outputTokens: 0, cacheReadTokens: 0, cacheWriteTokens: 0, reasoningTokens: 0 };
    const unpriced = models.find((model) => clients.costOf(model, probe) === null);
    if (unpriced) {
      const name = formatModelSpec(unpriced);
      throw new ConsoleError(
        `The price of ${name} is not known, so --max-cost cannot hold: write it into entente.config.yaml in dollars per million ` +
          `tokens (prices: {"${name}": {input: 1.25, output: 10}}), or bound tokens instead.`,
      );
    }
  }
  return new Budget({
    maxCostUsd: maxCost,
    maxTokens,
    costOf: (model, usage) => clients.costOf(model, usage),
    estimate: (_model, request) => ({
      inputTokens: estimateTokens(request.messages),
      outputTokens: request.sampling?.maxOutputTokens ?? ASSUMED_OUTPUT_TOKENS,
      cacheReadTokens: 0,
      cacheWriteTokens: 0,
      reasoningTokens: 0,
    }),
  });
}

/**
 * Refuses `--latency` where the offline model has no part; `0` is how everything else is asked anyway.
 * @param asked every model of the command
 * @throws UsageError
 */
export function assertLatencyUsed(latency: string | undefined, asked: readonly Pick<ModelSpec, 'provider' | 'modelId'>[]): void {
  if (latency === undefined || latency.trim() === '0' || asked.some(isOffline)) return;
  const names = [...new Set(asked.map(formatModelSpec))].join(', ') || 'no model';
  throw new UsageError(`--latency has no effect here: it slows down the offline model, and ${names} is asked; leave it out.`);
}

/** Returns a session that describes models by name alone and needs no key, for estimates of cost. */
export function keylessSession(session: Session): Session {
  const { config, models } = session;
  const describe = (id: string): ModelSpec => {
    const { provider, model, baseUrl = null } = parseModelId(id, { defaultProvider: config.provider }).id;
    return { provider, modelId: model, baseUrl };
  };
  return { ...session, models: { ...models, describe, describeEmbedding: describe } };
}
