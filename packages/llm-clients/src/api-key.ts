const INSPECT = Symbol.for('nodejs.util.inspect.custom');

/** A key that no printing, logging or JSON of it shows; only the client that sends it calls `reveal`. */
export class ApiKey {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return '[key]';
  }

  toJSON(): string {
    return '[key]';
  }

  [INSPECT](): string {
    return '[key]';
  }
}

/** Whether a header can hold the text as a key: visible ASCII. Others would fail at every call, as if the network did. */
export function isSendableKey(text: string): boolean {
  return /^[\x21-\x7e]*$/.test(text);
}
