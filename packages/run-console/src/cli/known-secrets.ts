import type { ClientConfig, Environment } from '@entente/llm-clients';
import { createReplyScrubber, KEY_VARIABLES, type SecretScrubber, secretsOf } from '@entente/llm-clients/secrets';

/** The keys that a command knows. They are taken out of all that it prints and logs, wherever they may have come from. */
export class KnownSecrets {
  readonly #secrets = new Set<string>();
  /** Behind a # on the command line, however short. */
  readonly #typed = new Set<string>();
  #scrub: SecretScrubber | undefined;

  add(secrets: readonly (string | undefined)[]): void {
    for (const secret of secrets) if (secret !== undefined) this.#secrets.add(secret);
    this.#scrub = undefined;
  }

  /** Keys in the words of a command: what stands behind a #, where it is not the number of a call (`orders/FRANCE#0`). */
  addTyped(words: readonly string[]): void {
    const typed = words.flatMap((word) => [...word.matchAll(/#([^,\s]+)/g)].map(([, key = '']) => key));
    for (const key of typed.filter((each) => !/^\d+$/.test(each))) this.#typed.add(key);
    this.add([...this.#typed]);
  }

  /** Keys of the environment, and of headers in the config file. */
  addFrom({ env, config = {} }: { readonly env: Environment; readonly config?: ClientConfig }): void {
    this.add(KEY_VARIABLES.map((variable) => env[variable]?.trim()));
    for (const { providerOptions } of Object.values(config.models ?? {}))
      this.add(secretsOf(undefined, providerOptions?.headers));
  }

  /** The text without them. */
  hide(text: string): string {
    this.#scrub ??= createReplyScrubber([...this.#secrets]);
    let hidden = this.#scrub(text);
    for (const key of this.#typed) hidden = hidden.replaceAll(`#${key}`, '#[key]');
    return hidden;
  }
}
