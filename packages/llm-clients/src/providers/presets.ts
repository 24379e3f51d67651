import type { ReasoningEffort, StructuredRung } from '../language-model.js';

export const WIRES = ['openai-chat', 'openai-responses', 'anthropic'] as const;
/** The HTTP interface a provider speaks. */
export type Wire = (typeof WIRES)[number];

/** The ways each interface has to ask for a reply's shape, strongest first. */
export const RUNGS_BY_WIRE = {
  'openai-chat': ['json-schema', 'json-object', 'prompt'],
  'openai-responses': ['json-schema', 'json-object', 'prompt'],
  anthropic: ['json-schema', 'prompt'],
} as const satisfies Readonly<Record<Wire, readonly StructuredRung[]>>;

/** Facts about a provider that hold for all its models; `capabilitiesOf` refines them by model name. */
export interface ProviderPreset {
  readonly title: string;
  readonly wire: Wire;
  readonly baseUrl: string;
  /** Environment variables that may hold the key, the first one set wins. */
  readonly keyVariables: readonly string[];
  /** Environment variable that replaces `baseUrl`. */
  readonly baseUrlVariable?: string | undefined;
  /** False for servers on one's own machine, which take any key or none. */
  readonly needsKey: boolean;
  readonly documentation: string;
  /** The strongest rung its models support. A model that supports less answers with a 400 and is asked again. */
  readonly structuredRung: StructuredRung;
  /** The body field of the call's seed, or null where there is none. */
  readonly seedField: 'seed' | 'random_seed' | null;
  readonly maxTokensField: 'max_tokens' | 'max_completion_tokens' | 'max_output_tokens';
  /** Efforts its reasoning models take as `reasoning_effort`; empty where the wire has no such setting. */
  readonly reasoningEfforts: readonly ReasoningEffort[];
  /** The role instructions are sent in. `developer` is what OpenAI calls it since its reasoning models; it maps the two itself. */
  readonly systemRole: 'system' | 'developer';
  readonly embeddings: boolean;
  /** Servers it has been run against. Nothing here has met the real service: no key was at hand. */
  readonly tried: false | string;
}

const LOW_TO_HIGH = ['low', 'medium', 'high'] as const;
const FAKES_ONLY = "against the simulated provider and a third party's fake server, never against the service itself";

/** Every provider that a model id may name, besides `offline`. */
export const PROVIDER_PRESETS = {
  openai: {
    title: 'OpenAI (chat completions)',
    wire: 'openai-chat',
    baseUrl: 'https://api.openai.com/v1',
    keyVariables: ['OPENAI_API_KEY'],
    baseUrlVariable: 'OPENAI_BASE_URL',
    needsKey: true,
    documentation: 'https://platform.openai.com/docs/api-reference/chat',
    structuredRung: 'json-schema',
    seedField: 'seed',
    maxTokensField: 'max_completion_tokens',
    reasoningEfforts: LOW_TO_HIGH,
    systemRole: 'system',
    embeddings: true,
    tried: FAKES_ONLY,
  },
  'openai-responses': {
    title: 'OpenAI (responses)',
    wire: 'openai-responses',
    baseUrl: 'https://api.openai.com/v1',
    keyVariables: ['OPENAI_API_KEY'],
    baseUrlVariable: 'OPENAI_BASE_URL',
    needsKey: true,
    documentation: 'https://platform.openai.com/docs/api-reference/responses',
    structuredRung: 'json-schema',
    seedField: null,
    maxTokensField: 'max_output_tokens',
    reasoningEfforts: LOW_TO_HIGH,
    systemRole: 'system',
    embeddings: true,
    tried: FAKES_ONLY,
  },
  anthropic: {
    title: 'Anthropic',
    wire: 'anthropic',
    baseUrl: 'https://api.anthropic.com',
    keyVariables: ['ANTHROPIC_API_KEY'],
    baseUrlVariable: 'ANTHROPIC_BASE_URL',
    needsKey: true,
    documentation: 'https://platform.claude.com/docs/en/api/messages',
    structuredRung: 'json-schema',
    seedField: null,
    maxTokensField: 'max_tokens',
    reasoningEfforts: LOW_TO_HIGH,
    systemRole: 'system',
    embeddings: false,
    tried: FAKES_ONLY,
  },
  openrouter: {
    title: 'OpenRouter',
    wire: 'openai-chat',
    baseUrl: 'https://openrouter.ai/api/v1',
    keyVariables: ['OPENROUTER_API_KEY'],
    needsKey: true,
    documentation: 'https://openrouter.ai/docs/api-reference/overview',
    structuredRung: 'json-schema',
    seedField: 'seed',
    maxTokensField: 'max_tokens',
    reasoningEfforts: ['none', 'minimal', ...LOW_TO_HIGH],
    systemRole: 'system',
    embeddings: true,
    tried: false,
  },
  gemini: {
    title: 'Google Gemini (its OpenAI-compatible endpoint)',
    wire: 'openai-chat',
    baseUrl: 'https://generativelanguage.googleapis.com/v1beta/openai',
    keyVariables: ['GEMINI_API_KEY', 'GOOGLE_API_KEY'],
    needsKey: true,
    documentation: 'https://ai.google.dev/gemini-api/docs/openai',
    structuredRung: 'json-schema',
    seedField: 'seed',
    maxTokensField: 'max_tokens',
    reasoningEfforts: ['none', 'minimal', ...LOW_TO_HIGH],
    systemRole: 'system',
    embeddings: true,
    tried: false,
  },
  deepseek: {
    title: 'DeepSeek',
    wire: 'openai-chat',
    baseUrl: 'https://api.deepseek.com',
    keyVariables: ['DEEPSEEK_API_KEY'],
    needsKey: true,
    documentation: 'https://api-docs.deepseek.com',
    structuredRung: 'json-object',
    seedField: null,
    maxTokensField: 'max_tokens',
    reasoningEfforts: [],
    systemRole: 'system',
    embeddings: false,
    tried: false,
  },
  together: {
    title: 'Together AI',
    wire: 'openai-chat',
    baseUrl: 'https://api.together.xyz/v1',
    keyVariables: ['TOGETHER_API_KEY'],
    needsKey: true,
    documentation: 'https://docs.together.ai/docs/openai-api-compatibility',
    structuredRung: 'json-schema',
    seedField: 'seed',
    maxTokensField: 'max_tokens',
    reasoningEfforts: LOW_TO_HIGH,
    systemRole: 'system',
    embeddings: true,
    tried: false,
  },
  groq: {
    title: 'Groq',
    wire: 'openai-chat',
    baseUrl: 'https://api.groq.com/openai/v1',
    keyVariables: ['GROQ_API_KEY'],
    needsKey: true,
    documentation: 'https://console.groq.com/docs/openai',
    structuredRung: 'json-schema',
    seedField: 'seed',
    maxTokensField: 'max_completion_tokens',
    reasoningEfforts: ['none', ...LOW_TO_HIGH],
    systemRole: 'system',
    embeddings: false,
    tried: false,
  },
  mistral: {
    title: 'Mistral',
    wire: 'openai-chat',
    baseUrl: 'https://api.mistral.ai/v1',
    keyVariables: ['MISTRAL_API_KEY'],
    needsKey: true,
    documentation: 'https://docs.mistral.ai/api',
    structuredRung: 'json-schema',
    seedField: 'random_seed',
    maxTokensField: 'max_tokens',
    reasoningEfforts: [],
    systemRole: 'system',
    embeddings: true,
    tried: false,
  },
  xai: {
    title: 'xAI',
    wire: 'openai-chat',
    baseUrl: 'https://api.x.ai/v1',
    keyVariables: ['XAI_API_KEY'],
    needsKey: true,
    documentation: 'https://docs.x.ai/docs/api-reference',
    structuredRung: 'json-schema',
    seedField: 'seed',
    maxTokensField: 'max_completion_tokens',
    reasoningEfforts: LOW_TO_HIGH,
    systemRole: 'system',
    embeddings: false,
    tried: false,
  },
  ollama: {
    title: 'Ollama',
    wire: 'openai-chat',
    baseUrl: 'http://127.0.0.1:11434/v1',
    keyVariables: ['OLLAMA_API_KEY'],
    needsKey: false,
    documentation: 'https://docs.ollama.com/api/openai-compatibility',
    structuredRung: 'json-schema',
    seedField: 'seed',
    maxTokensField: 'max_tokens',
    reasoningEfforts: ['none', ...LOW_TO_HIGH],
    systemRole: 'system',
    embeddings: true,
    tried: false,
  },
  vllm: {
    title: 'vLLM',
    wire: 'openai-chat',
    baseUrl: 'http://127.0.0.1:8000/v1',
    keyVariables: ['VLLM_API_KEY'],
    needsKey: false,
    documentation: 'https://docs.vllm.ai/en/latest/serving/openai_compatible_server.html',
    structuredRung: 'json-schema',
    seedField: 'seed',
    maxTokensField: 'max_tokens',
    reasoningEfforts: LOW_TO_HIGH,
    systemRole: 'system',
    embeddings: true,
    tried: false,
  },
  lmstudio: {
    title: 'LM Studio',
    wire: 'openai-chat',
    baseUrl: 'http://127.0.0.1:1234/v1',
    keyVariables: ['LMSTUDIO_API_KEY'],
    needsKey: false,
    documentation: 'https://lmstudio.ai/docs/developer/openai-compat',
    structuredRung: 'json-schema',
    seedField: 'seed',
    maxTokensField: 'max_tokens',
    reasoningEfforts: LOW_TO_HIGH,
    systemRole: 'system',
    embeddings: true,
    tried: false,
  },
  llamacpp: {
    title: 'llama.cpp server',
    wire: 'openai-chat',
    baseUrl: 'http://127.0.0.1:8080/v1',
    keyVariables: ['LLAMACPP_API_KEY'],
    needsKey: false,
    documentation: 'https://github.com/ggml-org/llama.cpp/tree/master/tools/server',
    structuredRung: 'json-schema',
    seedField: 'seed',
    maxTokensField: 'max_tokens',
    reasoningEfforts: LOW_TO_HIGH,
    systemRole: 'system',
    embeddings: true,
    tried: false,
  },
} as const satisfies Readonly<Record<string, ProviderPreset>>;

export type PresetName = keyof typeof PROVIDER_PRESETS;

export const PRESET_NAMES = Object.keys(PROVIDER_PRESETS) as readonly PresetName[];
