import { ProviderError, type ProviderErrorKind, ReplyError, type ReplyErrorKind } from '@entente/llm-clients';
import { explainError } from '../cli/explain-error.js';

/** Result of one check of the doctor; a failure comes with its remedy. */
export interface Finding {
  /** The machine, or a model id without its key. */
  readonly subject: string;
  readonly check: string;
  readonly result: 'ok' | 'failed' | 'skipped' | 'note';
  readonly detail: string;
  readonly remedy?: string;
}

const REMEDIES: Readonly<Record<ProviderErrorKind | ReplyErrorKind, string>> = {
  authentication: 'check that the key is of this provider, is whole, and has not been revoked',
  'unknown-model': "check the spelling of the model's name; the provider's documentation lists the names",
  'credit-exhausted':
    "top up the account, or raise its limit, on the provider's pages; what is used up for the day comes back by itself",
  'rate-limit': 'wait a minute; in runs, limits are found and kept by themselves, --max-connections bounds them',
  'time-out': 'check the network and a proxy; a local server may still be loading its model',
  transport: 'check the network, a proxy, and the base URL; for a local server: whether it is running',
  rejected: 'the message says what the model does not take; leave it out of the config file',
  'prompt-cut': 'give the model a larger context where it is served; the message says how',
  aborted: 'nothing to do: the call was stopped',
  refusal: 'the model declined a harmless question; try another model',
  'length-cut': 'raise maxOutputTokens for this model in the config file',
  unparsable:
    'the model does not keep to a shape; set rung: prompt for it in the config file, or use one that supports structured output',
};

/** Describes an error in one line, with its remedy. */
export function diagnose(error: unknown): { readonly detail: string; readonly remedy: string } {
  const detail = explainError(error);
  if (ReplyError.isInstance(error) && error.kind === 'unparsable' && error.result.text.trim() === '') {
    const { reasoningTokens, outputTokens } = error.result.usage;
    return {
      detail: `the call works, but the reply is empty (${String(outputTokens)} tokens out, ${String(reasoningTokens)} of them reasoning)`,
      remedy:
        reasoningTokens > 0 || error.result.reasoning !== undefined
          ? 'all of it went into reasoning: raise maxOutputTokens for this model in the config file, or lower reasoningEffort'
          : 'the server sends no text: see that its chat template fits the model, or try another model',
    };
  }
  if (ProviderError.isInstance(error) || ReplyError.isInstance(error)) return { detail, remedy: REMEDIES[error.kind] };
  return { detail, remedy: 'see the message' };
}
