import {
  type ClientConfig,
  type EmbeddingModel,
  formatModelId,
  type LanguageModel,
  type ModelClients,
  type ModelSettings,
  type ParsedModelId,
  parseModelId,
  type ProviderOptions,
  type Sampling,
} from '@entente/llm-clients';
import { formatModelSpec, type ModelSpec, withoutUndefined } from '@entente/llm-clients/contract';
import { canonicalJson, digest } from '@entente/simulation-core';
import { ConsoleError } from '../cli/console-error.js';

type Address = Pick<LanguageModel, 'provider' | 'modelId' | 'baseUrl'>;

/** Source of the models of a program. */
export interface ModelSource {
  languageModel(spec: ModelSpec): LanguageModel;
  embeddingModel(spec: ModelSpec): EmbeddingModel;
}

/** Models that can be asked, and their descriptions for the headers of new runs. */
export interface LiveModels extends ModelSource {
  /** @throws SettingError on a malformed id or a missing key */
  describe(id: string): ModelSpec;
  /** @throws SettingError, also for a provider without embeddings */
  describeEmbedding(id: string): ModelSpec;
}

/** The config without what `liveModels` lays under requests itself, from a run's header rather than from today's file. */
export function configForClients(config: ClientConfig): ClientConfig {
  const models = Object.fromEntries(
    Object.entries(config.models ?? {}).map(([id, { sampling: _sampling, providerOptions: _options, ...limits }]) => [
      id,
      limits,
    ]),
  );
  return { ...config, models };
}

/**
 * Models of these clients. Sampling comes from the spec, so that a resumed run is asked as it was begun, whatever
 * stands in the config file by now; a key written into an id is remembered for it.
 */
export function liveModels(clients: ModelClients, config: ClientConfig, idsWithKeys: readonly string[] = []): LiveModels {
  const parse = (id: string): ParsedModelId => parseModelId(id, { defaultProvider: config.provider });
  const givenIds = new Map<string, string>();
  const remember = (id: string, model: Address): void => {
    givenIds.set(address(model), id);
  };
  // A model that is named again without its key is asked with the key that the command gives for it.
  const withKeys = new Map<string, string>();
  for (const id of idsWithKeys) {
    remember(id, clients.languageModel(id));
    withKeys.set(formatModelId(parse(id).id), id);
  }
  const withKey = (id: string): string => {
    const { id: bare, apiKey } = parse(id);
    return apiKey === undefined ? (withKeys.get(formatModelId(bare)) ?? id) : id;
  };

  const describe = (id: string, model: Address): ModelSpec => {
    remember(id, model);
    const { provider, modelId, baseUrl = null } = model;
    const settings = settingsOf(config, parse(id), id);
    const body = settings?.providerOptions?.body;
    const providerOptions = body && digest(canonicalJson(body));
    return withoutUndefined({ provider, modelId, baseUrl, sampling: settings?.sampling, providerOptions });
  };
  const idOf = (spec: ModelSpec): string => givenIds.get(address(addressOf(spec))) ?? address(addressOf(spec));

  return {
    describe: (id) => describe(withKey(id), clients.languageModel(withKey(id))),
    describeEmbedding: (id) => describe(withKey(id), clients.embeddingModel(withKey(id))),
    languageModel: (spec) => {
      const id = idOf(spec);
      const settings = settingsOf(config, parse(id), id);
      const providerOptions = settings?.providerOptions as ProviderOptions | undefined;
      const present = providerOptions?.body && digest(canonicalJson(providerOptions.body));
      if (present !== spec.providerOptions) {
        throw new ConsoleError(
          `The run asked ${formatModelSpec(spec)} with other providerOptions than the config file has now for ${id.replace(/#.*$/s, '')}; put them back, or start a new run.`,
        );
      }
      return askedWith(clients.languageModel(id), spec.sampling, providerOptions);
    },
    embeddingModel: (spec) => clients.embeddingModel(idOf(spec)),
  };
}

/** Models that are known by name only: for replaying and reading runs, where nobody is asked. */
export const modelsOnRecord: ModelSource = {
  languageModel: (spec) => ({ ...addressOf(spec), generate: () => Promise.reject(askedOnReplay(spec)) }),
  embeddingModel: (spec) => ({ ...addressOf(spec), embed: () => Promise.reject(askedOnReplay(spec)) }),
};

function addressOf({ provider, modelId, baseUrl }: ModelSpec | Address): Address {
  return { provider, modelId, baseUrl: baseUrl ?? undefined };
}

function askedOnReplay(spec: ModelSpec): ConsoleError {
  return new ConsoleError(`${formatModelSpec(spec)} was to be asked while a run was only read; resume the run instead.`);
}

function askedWith(
  model: LanguageModel,
  sampling: Sampling | undefined,
  providerOptions: ProviderOptions | undefined,
): LanguageModel {
  if (!sampling && !providerOptions) return model;
  return {
    ...addressOf(model),
    generate: (request) =>
      model.generate({
        ...request,
        providerOptions: request.providerOptions ?? providerOptions,
        sampling: sampling ? { ...sampling, ...request.sampling } : request.sampling,
      }),
  };
}

/** The id that finds the model again. */
function address({ provider, modelId, baseUrl }: Address): string {
  return formatModelId({ provider, model: modelId, baseUrl } as Parameters<typeof formatModelId>[0]);
}

/** Settings by the id as it was written, by `provider:model@url`, by `provider:model`, or by the model alone. */
function settingsOf({ models }: ClientConfig, { id }: ParsedModelId, written: string): ModelSettings | undefined {
  const withoutKey = written.replace(/#.*$/s, '');
  return models?.[withoutKey] ?? models?.[formatModelId(id)] ?? models?.[`${id.provider}:${id.model}`] ?? models?.[id.model];
}
