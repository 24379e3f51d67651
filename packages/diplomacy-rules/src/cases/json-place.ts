import { InvalidFileError } from '../errors.js';

/** A place in a JSON value of unknown shape. Each method reads it as one type, or throws an error that names the place. */
export class JsonPlace {
  constructor(
    readonly value: unknown,
    readonly place: string,
  ) {}

  /** Whether the value has this place. */
  get isThere(): boolean {
    return this.value !== undefined;
  }

  /** Reads this place if there is anything, and returns `undefined` otherwise. */
  optional<T>(read: (place: JsonPlace) => T): T | undefined {
    return this.isThere ? read(this) : undefined;
  }

  /** @throws {InvalidFileError} */
  fail(wanted: string): never {
    throw new InvalidFileError(
      `${this.place === '' ? 'The value' : this.place} should be ${wanted}, but is ${describe(this.value)}.`,
      {
        place: this.place,
      },
    );
  }

  /** Returns the place under a key of this object, which is empty if the key is missing. */
  at(key: string): JsonPlace {
    const fields = this.fields();
    return new JsonPlace(Object.hasOwn(fields, key) ? fields[key] : undefined, this.place === '' ? key : `${this.place}.${key}`);
  }

  /** Returns each key of this object with its place. */
  entries(): readonly (readonly [string, JsonPlace])[] {
    return Object.keys(this.fields()).map((key) => [key, this.at(key)] as const);
  }

  /** Returns the places of this list. */
  items(): readonly JsonPlace[] {
    if (!Array.isArray(this.value)) this.fail('a list');
    return this.value.map((item: unknown, number) => new JsonPlace(item, `${this.place}[${number}]`));
  }

  text(): string {
    if (typeof this.value !== 'string') this.fail('a text');
    return this.value;
  }

  /** Reads a list of texts. */
  texts(): readonly string[] {
    return this.items().map((item) => item.text());
  }

  private fields(): Readonly<Record<string, unknown>> {
    if (typeof this.value !== 'object' || this.value === null || Array.isArray(this.value)) this.fail('an object');
    return this.value as Readonly<Record<string, unknown>>;
  }
}

function describe(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'string') return value.length > 40 ? 'a longer text' : JSON.stringify(value);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : `a ${typeof value}`;
}
