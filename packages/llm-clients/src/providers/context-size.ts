import { asRecord } from './response-failure.js';
import { textOf } from './wire-fields.js';

/** A model's context in tokens, and the place where the server reports it. */
export interface ContextSize {
  readonly tokens: number;
  /** The path that told it. */
  readonly source: string;
}

export interface ContextSizeQuestion {
  readonly provider: string;
  readonly modelId: string;
  readonly baseUrl: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Sends the requests. @default the global `fetch` */
  readonly fetch?: typeof fetch | undefined;
}

type Told = Readonly<Record<string, unknown>>;
interface Place {
  /** Relative to the host if it begins with a slash, otherwise to the base URL. */
  readonly path: string;
  readonly body?: Told | undefined;
  readonly read: (told: Told, modelId: string) => unknown;
}

/** Longer than any list of models takes. */
const MOST_WAIT_MS = 10_000;

const modelList: Place = { path: 'models', read: (told, modelId) => sizeIn(entryOf(told.data ?? told.models ?? told, modelId)) };

/**
 * Places where each kind of server reports its context, the one that holds for the running model first. Ollama's `/api/show`
 * reports the maximum of the model, unless it was made with a `num_ctx`; `/api/ps` has the context it was loaded with.
 */
const PLACES: Readonly<Record<string, readonly Place[]>> = {
  llamacpp: [{ path: '/props', read: (told) => asRecord(told.default_generation_settings)?.n_ctx ?? told.n_ctx }, modelList],
  ollama: [
    { path: '/api/ps', read: (told, modelId) => entryOf(told.models, modelId)?.context_length },
    { path: '/api/show', body: {}, read: (told) => /^num_ctx\s+(\d+)/m.exec(textOf(told.parameters) ?? '')?.[1] },
  ],
  lmstudio: [
    {
      path: '/api/v0/models',
      read: (told, modelId) => {
        const entry = entryOf(told.data, modelId);
        return entry?.loaded_context_length ?? entry?.max_context_length;
      },
    },
    modelList,
  ],
};

/** Asks a server for the number of tokens in a model's context. Never throws. @returns undefined if the server does not report it */
export async function askContextSize(question: ContextSizeQuestion): Promise<ContextSize | undefined> {
  for (const place of PLACES[question.provider] ?? [modelList]) {
    const told = await look(place, question);
    const tokens = told && Number(place.read(told, question.modelId));
    if (tokens !== undefined && Number.isInteger(tokens) && tokens > 0) return { tokens, source: place.path };
  }
  return undefined;
}

async function look(
  { path, body }: Place,
  { modelId, baseUrl, headers, fetch: carry = fetch }: ContextSizeQuestion,
): Promise<Told | undefined> {
  try {
    const base = baseUrl.replace(/\/+$/, '');
    const response = await carry(path.startsWith('/') ? new URL(path, base) : `${base}/${path}`, {
      headers: body ? { ...headers, 'content-type': 'application/json' } : { ...headers },
      signal: AbortSignal.timeout(MOST_WAIT_MS),
      method: body ? 'POST' : 'GET',
      body: body ? JSON.stringify({ ...body, model: modelId }) : null,
    });
    const told: unknown = response.ok ? await response.json() : undefined;
    return Array.isArray(told) ? { data: told } : asRecord(told);
  } catch {
    // A server without that path, or no server at all: the calls themselves will report the problem.
    return undefined;
  }
}

/** The entry of a model in a list; the only one where there is one. */
function entryOf(list: unknown, modelId: string): Told | undefined {
  const entries: readonly Told[] = Array.isArray(list) ? list.map((entry: unknown) => asRecord(entry) ?? {}) : [];
  const isNamed = (entry: Told): boolean =>
    [entry.id, entry.name, entry.model].some(
      (name) => name === modelId || name === `models/${modelId}` || name === `${modelId}:latest`,
    );
  return entries.find(isNamed) ?? (entries.length === 1 ? entries[0] : undefined);
}

/** vLLM, OpenRouter, Groq, Together, Mistral, Gemini, Anthropic and LM Studio each have a name of their own for it. */
function sizeIn(entry: Told | undefined): unknown {
  const upstream = asRecord(entry?.top_provider);
  const meta = asRecord(entry?.meta);
  return (
    entry?.max_model_len ??
    upstream?.context_length ??
    entry?.context_length ??
    entry?.context_window ??
    entry?.max_context_length ??
    entry?.max_input_tokens ??
    entry?.inputTokenLimit ??
    meta?.n_ctx
  );
}
