import { formatModelSpec, isOffline, type ModelSpec } from '@entente/llm-clients/contract';
import { UsageError } from '../cli/console-error.js';

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
