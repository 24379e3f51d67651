import { parseModelId } from '@entente/llm-clients';
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
    assertSameAddress(name, asked);
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

/** @throws UsageError for a model that the runs ask, but somewhere else */
function assertSameAddress(name: string, asked: readonly ModelSpec[]): void {
  if (!/@https?:/i.test(name)) return;
  const { provider, model, baseUrl } = parseModelId(name).id;
  const same = asked.filter((each) => each.provider === provider && each.modelId === model);
  const [first] = same;
  if (first === undefined || baseUrl === undefined || same.some((each) => each.baseUrl === baseUrl)) return;
  throw new UsageError(
    `--model ${name} has no effect here: a run on record asks ${formatModelSpec(first)} where it began, at ${first.baseUrl ?? 'the usual address'}; ` +
      `serve it there again, or fork the run and give the model its new address with --set.`,
  );
}
