import { z } from 'zod';
import { REASONING_EFFORTS, type Sampling } from './language-model.js';

/** A model as a run's header keeps it: who answers, where, and the settings that shape its answers. Never a key. */
export interface ModelSpec {
  readonly provider: string;
  readonly modelId: string;
  /** Null where there is no endpoint. */
  readonly baseUrl: string | null;
  /** Of the config file, laid under what each prompt asks for. */
  readonly sampling?: Sampling;
  /** Hash of the config file's `providerOptions.body`. */
  readonly providerOptions?: string;
}

const samplingSchema = z.strictObject({
  temperature: z.number().exactOptional(),
  topP: z.number().exactOptional(),
  seed: z.number().exactOptional(),
  reasoningEffort: z.enum(REASONING_EFFORTS).exactOptional(),
  maxOutputTokens: z.number().exactOptional(),
});

export const modelSpecSchema: z.ZodType<ModelSpec> = z.strictObject({
  provider: z.string(),
  modelId: z.string(),
  baseUrl: z.string().nullable(),
  sampling: samplingSchema.exactOptional(),
  providerOptions: z.string().exactOptional(),
});

/** `openai:gpt-4o-mini`; the offline model is just `offline`. */
export function formatModelSpec({ provider, modelId }: Pick<ModelSpec, 'provider' | 'modelId'>): string {
  return provider === modelId ? provider : `${provider}:${modelId}`;
}

/** Whether the answers come from the offline model, so that results must be labelled. */
export function isOffline({ provider }: Pick<ModelSpec, 'provider'>): boolean {
  return provider === 'offline';
}
