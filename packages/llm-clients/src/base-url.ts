import { SettingError } from './errors/llm-client-error.js';
import { looksLikeKey } from './providers/scrub-secrets.js';

/** Place where the user wrote a base URL, for messages. */
export interface BaseUrlPlace {
  /** Of the `SettingError`: `model`, or a variable's name. */
  readonly setting: string;
  /** Begins a sentence: `The base URL after "vllm:x"`. */
  readonly called: string;
  /** Advice on the right place for a key: `write the key after a # at the end`. */
  readonly keyPlace: string;
  readonly example: string;
}

/**
 * Reads a base URL. It is written to journals, logs and messages unchanged, so anything in it that may be a secret is refused: a
 * user name, a password, a query, a fragment, or a part of the path that looks like a key. The refusal quotes none of it.
 * @returns the URL without slashes at its end
 * @throws SettingError that tells where the key belongs
 */
export function parseBaseUrl(text: string, { setting, called, keyPlace, example }: BaseUrlPlace): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const refuse = (complaint: string): SettingError => new SettingError(setting, `${called} ${complaint}`);
  if (url === undefined || !/^https?:$/.test(url.protocol) || /\s/.test(text))
    throw refuse(`cannot be read; write e.g. ${example}`);
  if (url.username !== '' || url.password !== '') throw refuse(`holds a user name or password; ${keyPlace}`);
  // An empty one, `?` alone, shows in the text only.
  if (/[?#]/.test(text))
    throw refuse(
      `holds a query or a fragment (what begins with ? or #), where no key may stand; write the URL without it, and ${keyPlace}`,
    );
  if (looksLikeKey(decoded(text)))
    throw refuse(`has what looks like a key in its path; write the URL without it, and ${keyPlace}`);
  return text.replace(/\/+$/, '');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const LOOPBACK_HOST = /^(127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\]|(.+\.)?localhost)$/;

/** The header that carries a call's seed where the wire has no field for it; only ever sent to this machine. */
export const SEED_HEADER = 'x-entente-seed';

/**
 * The header in which a simulated provider on this machine tells how long its model took for the reply, in milliseconds. Believed of
 * loopback hosts only.
 */
export const SIMULATED_LATENCY_HEADER = 'x-simulated-latency-ms';

/** Whether a URL points to this machine. */
export function isLoopback(url: string): boolean {
  return URL.canParse(url) && LOOPBACK_HOST.test(new URL(url).hostname);
}
