import { InvalidFileError } from '../errors.js';

/** A place in a JSON value of unknown shape. What is read there is what was asked for, or the error names the place. */
export class JsonPlace {
  constructor(
    readonly value: unknown,
    readonly place: string,
  ) {}

  /** Whether there is anything at all. */
  get isThere(): boolean {
    return this.value !== undefined;
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

  /** What a key of this object holds; a place with nothing there if it has no such key. */
  at(key: string): JsonPlace {
    const fields = this.fields();
    return new JsonPlace(Object.hasOwn(fields, key) ? fields[key] : undefined, this.place === '' ? key : `${this.place}.${key}`);
  }

  /** Each key of this object, with what it holds. */
  entries(): readonly (readonly [string, JsonPlace])[] {
    return Object.keys(this.fields()).map((key) => [key, this.at(key)] as const);
  }

  /** The items of this list. */
  items(): readonly JsonPlace[] {
    if (!Array.isArray(this.value)) this.fail('a list');
    return this.value.map((item: unknown, number) => new JsonPlace(item, `${this.place}[${number}]`));
  }

  text(): string {
    if (typeof this.value !== 'string') this.fail('a text');
    return this.value;
  }

  /** A list of texts. */
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
