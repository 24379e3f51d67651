import { UsageError } from '../cli/console-error.js';
import type { LiveModels } from './model-source.js';
import { formatModelSpec, type ModelSpec } from './model-spec.js';

/**
 * Refuses a `--model` beside runs on record that gives no key, or one for a model that none of them asks.
 * @param ids as they were typed; undefined where none was
 * @param asked every model of the runs
 * @throws UsageError, never with a key
 */
export function assertKeysNeeded(ids: readonly string[] | undefined, asked: readonly ModelSpec[], models: LiveModels): void {
  for (const id of ids ?? []) {
    const name = id.replace(/#.*$/s, '');
    if (!/#./s.test(id))
      throw new UsageError(
        `--model ${name} has no effect here: a run on record keeps its models, and --model gives the key of one, ${name}#key; fork --set changes models.`,
      );
    const { provider, modelId, baseUrl } = models.describe(id);
    const isAsked = asked.some((each) => each.provider === provider && each.modelId === modelId && each.baseUrl === baseUrl);
    if (isAsked) continue;
    const known = [...new Set(asked.map((each) => `${formatModelSpec(each)}${each.baseUrl === null ? '' : `@${each.baseUrl}`}`))];
    throw new UsageError(
      `--model ${name} has no effect here: no run of this command asks it; they ask ${known.join(', ') || 'no model'}.`,
    );
  }
}
