import { secretPattern } from './secret-pattern.js';

/** Shapes of keys by provider, of any length: no word begins like this. */
const SHORT_SHAPES = String.raw`\b(?:sk|pk|rk|gsk|xai|tgp|hf|AIza)[-_][\w*.-]{6,}`;
/** Keys of other services, where they are long enough to be no word. */
const LONG_SHAPES = [
  String.raw`\bAIza[\w-]{20,}`,
  String.raw`\b(?:sk|pk|rk|gsk|csk|xai|tgp|hf|nvapi|pplx|fw|r8|gh[pousr]|github_pat|glpat|xox[abprs]|ya29)[-_.][\w-]{16,}`,
  String.raw`\bAKIA[A-Z0-9]{16}\b`,
  String.raw`\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}`,
];
/** Shapes of keys that a provider, a proxy or a mistyped command quotes and that are not ours to compare with. */
const KEY_SHAPES = [
  /\bBearer\s+[\w.~+/*=-]{6,}/gi,
  new RegExp(SHORT_SHAPES, 'g'),
  ...LONG_SHAPES.map((shape) => new RegExp(shape, 'g')),
  /(\/\/)[^/\s:@"'\\]+:[^/\s@"'\\]+(?=@)/g,
  /([?&](?:key|api[-_]?key|(?:access|auth|id)[-_]?token|token|secret|sig|signature|password)=)[^&\s"'\\]+/gi,
];
const KEYS_IN_WORDS = new RegExp(LONG_SHAPES.join('|'), 'g');
const SECRET_HEADER = /auth|key|token|secret|cookie|password/i;
const SECRET_MEMBER = /(?:^|[-_])(?:api[-_]?key|key|auth\w*|token|secret|password)$/i;
/**
 * Minimum length of a secret. Shorter values (`x`, `none`: keys that people give local servers) are not secret, and removing them
 * would tear words apart.
 */
const SHORTEST_SECRET = 5;
/** Words given to local servers in place of a key (`ollama`, `EMPTY`), which may well occur in a reply. */
const STAND_IN = /^[A-Za-z]{1,11}$/;

/** Takes the given secrets, and whatever looks like a key, out of a text. */
export type SecretScrubber = (text: string) => string;

/**
 * Takes out a key and the values of headers that hold secrets, in every form that JSON, URLs, HTML and base64 give them, and all that
 * looks like a key. For errors, logs and events.
 */
export function createSecretScrubber(
  apiKey: string | undefined,
  ...headers: readonly (Readonly<Record<string, string>> | undefined)[]
): SecretScrubber {
  const scrub = createExactScrubber(secretsOf(apiKey, ...headers));
  return (text) => withoutKeyShapes(scrub(text));
}

/**
 * Removes exactly the given secrets, for the words of a model: a word of its own that looks like a key stays, and so does a
 * secret that is only a short word.
 */
export function createReplyScrubber(secrets: readonly string[]): SecretScrubber {
  return createExactScrubber(secrets.filter((secret) => !STAND_IN.test(secret)));
}

/** Removes these secrets from a text, the longest first. Values of less than five characters do not count as secrets. */
function createExactScrubber(secrets: readonly string[]): SecretScrubber {
  const known = [...new Set(secrets)].filter(({ length }) => length >= SHORTEST_SECRET).sort((a, b) => b.length - a.length);
  let patterns: readonly RegExp[] | undefined;
  return (text) => {
    if (known.length === 0 || text === '') return text;
    patterns ??= known.map(secretPattern);
    return patterns.reduce((scrubbed, pattern) => scrubbed.replace(pattern, '[key]'), text);
  };
}

/** A text with all that looks like a key taken out. For messages, which may quote what somebody has mistyped. */
export function withoutKeyShapes(text: string): string {
  return KEY_SHAPES.reduce(
    (scrubbed, shape) => scrubbed.replace(shape, (_match, prefix) => `${typeof prefix === 'string' ? prefix : ''}[key]`),
    text,
  );
}

/** The same with what can only be a key, for texts in which people and models write what they like. */
export function withoutKeysInWords(text: string): string {
  return text.replace(KEYS_IN_WORDS, '[key]');
}

/** Whether a text has anything in it that looks like a key. */
export function looksLikeKey(text: string): boolean {
  return withoutKeyShapes(text) !== text;
}

/** Finds members of a request's body whose names mark them as secrets, such as in the user's own `providerOptions.body`. */
export function secretMembers(body: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const members = Object.entries(body).filter(([name, value]) => SECRET_MEMBER.test(name) && typeof value === 'string');
  return Object.fromEntries(members) as Readonly<Record<string, string>>;
}

/** The key, and the values of secret headers with and without their scheme; of `Basic` what is behind it too. */
export function secretsOf(
  apiKey: string | undefined,
  ...headers: readonly (Readonly<Record<string, string>> | undefined)[]
): readonly string[] {
  const values = headers
    .flatMap((each) => Object.entries(each ?? {}))
    .filter(([name]) => SECRET_HEADER.test(name))
    .flatMap(([, value]) => {
      const bare = value.replace(/^\w+\s+/, '');
      const password = /^basic\s/i.test(value) ? /:(.*)$/s.exec(Buffer.from(bare, 'base64').toString())?.[1] : undefined;
      return [value, bare, ...(password === undefined ? [] : [password])];
    });
  return [...values, ...(apiKey === undefined ? [] : [apiKey])];
}
