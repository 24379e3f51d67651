// What keys look like where a provider, or a proxy, quotes one that is not ours to compare with.
const KEY_SHAPES = [
  /\bBearer\s+[\w.~+/*=-]{6,}/gi,
  /\b(?:sk|pk|rk|gsk|xai|tgp|hf|AIza)[-_][\w*.-]{6,}/g,
  /\bAIza[\w-]{20,}/g,
  /(\/\/)[^/\s:@]+:[^/\s@]+(?=@)/g,
  /([?&](?:key|api_?key|access_token)=)[^&\s"']+/gi,
];
const SECRET_HEADER = /auth|key|token|secret|cookie|password/i;

/** Takes the given secrets, and whatever looks like a key, out of a text. */
export type SecretScrubber = (text: string) => string;

export function createSecretScrubber(
  apiKey: string | undefined,
  ...headers: readonly (Readonly<Record<string, string>> | undefined)[]
): SecretScrubber {
  const secrets = headers
    .flatMap((each) => Object.entries(each ?? {}))
    .filter(([name]) => SECRET_HEADER.test(name))
    .flatMap(([, value]) => [value, value.replace(/^\w+\s+/, '')]);
  if (apiKey !== undefined) secrets.push(apiKey);
  // Shorter ones (`x`, `none`: what people give local servers) are no secrets, and would tear words apart.
  const known = [...new Set(secrets)].filter((secret) => secret.length >= 5).sort((a, b) => b.length - a.length);
  return (text) => {
    let scrubbed = text;
    for (const secret of known) scrubbed = scrubbed.replaceAll(secret, '[key]');
    for (const shape of KEY_SHAPES)
      scrubbed = scrubbed.replace(shape, (_match, prefix) => `${typeof prefix === 'string' ? prefix : ''}[key]`);
    return scrubbed;
  };
}
