import { pickFrom, plausibleString } from './plausible-text.js';
import { isJsonSchema, type JsonSchema } from './schema-instruction.js';

const DEEPEST = 8;
const FORMATS: Readonly<Record<string, (random: () => number) => string>> = {
  date: (random) => `2024-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 10)}`,
  'date-time': (random) => `2024-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 10)}T12:00:00Z`,
  time: () => '12:00:00',
  email: (random) => `${pickFrom(['ada', 'bruno', 'carla'], random)}@example.org`,
  uri: (random) => `https://example.org/${Math.floor(random() * 1_000)}`,
  uuid: (random) =>
    `00000000-0000-4000-8000-${Math.floor(random() * 1e12)
      .toString()
      .padStart(12, '0')}`,
  ipv4: () => '192.0.2.1',
};

/**
 * Returns a value that conforms to a JSON schema, varied by `random`. Respects types, enums, bounds, lengths, required and
 * optional properties, unions, references and the common formats; a `pattern` only together with a format.
 */
export function schemaInstance(schema: JsonSchema, random: () => number): unknown {
  return new InstanceWalk(schema, random).of(schema, '', 0);
}

class InstanceWalk {
  readonly #root: JsonSchema;
  readonly #random: () => number;

  constructor(root: JsonSchema, random: () => number) {
    this.#root = root;
    this.#random = random;
  }

  of(given: JsonSchema, property: string, depth: number): unknown {
    const schema = this.#resolve(given);
    if ('const' in schema) return schema['const'];
    if (Array.isArray(schema['enum'])) return pickFrom(schema['enum'] as readonly unknown[], this.#random);
    const choices = schemaList(schema['anyOf'] ?? schema['oneOf']);
    if (choices.length > 0) return this.of(this.#choose(choices, depth), property, depth + 1);

    switch (typeOf(schema, depth)) {
      case 'object':
        return this.#object(schema, depth);
      case 'array':
        return this.#array(schema, property, depth);
      case 'string':
        return this.#string(schema, property);
      case 'number':
        return this.#number(schema, 0);
      case 'integer':
        return this.#number(schema, 1);
      case 'boolean':
        return this.#random() < 0.5;
      default:
        return null;
    }
  }

  #resolve(schema: JsonSchema): JsonSchema {
    const merged = schemaList(schema['allOf']).reduce((all, part) => mergeSchemas(all, this.#resolve(part)), schema);
    const reference = merged['$ref'];
    if (typeof reference !== 'string') return merged;
    const target = reference
      .replace(/^#\/?/, '')
      .split('/')
      .filter((step) => step !== '')
      .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
      .reduce<unknown>((at, step) => (isJsonSchema(at) ? at[step] : undefined), this.#root);
    return isJsonSchema(target) ? this.#resolve(target) : {};
  }

  // Deep down only what ends: a choice that refers back would go on for ever.
  #choose(choices: readonly JsonSchema[], depth: number): JsonSchema {
    const ending = choices.filter((choice) =>
      /^(string|number|integer|boolean|null)$/.test(String(typeOf(this.#resolve(choice), 0))),
    );
    return pickFrom(depth >= DEEPEST && ending.length > 0 ? ending : choices, this.#random);
  }

  #object(schema: JsonSchema, depth: number): Record<string, unknown> {
    const required = new Set(Array.isArray(schema['required']) ? schema['required'] : []);
    const instance: Record<string, unknown> = {};
    for (const [name, property] of Object.entries(isJsonSchema(schema['properties']) ? schema['properties'] : {})) {
      const wanted = required.has(name) || (depth < DEEPEST && this.#random() < 0.7);
      if (wanted && isJsonSchema(property)) instance[name] = this.of(property, name, depth + 1);
    }
    // A record: every name that the schema lists, or a few made-up ones.
    const values = schema['additionalProperties'];
    if (isJsonSchema(values) && depth < DEEPEST) {
      const names = isJsonSchema(schema['propertyNames']) ? schema['propertyNames']['enum'] : undefined;
      for (const name of Array.isArray(names) ? names.map(String) : ['first', 'second']) {
        instance[name] ??= this.of(values, name, depth + 1);
      }
    }
    return instance;
  }

  #array(schema: JsonSchema, property: string, depth: number): unknown[] {
    const fixed = schemaList(schema['prefixItems']).map((item) => this.of(item, property, depth + 1));
    const least = numberOf(schema['minItems']) ?? 0;
    const most = Math.min(numberOf(schema['maxItems']) ?? Infinity, Math.max(least, depth < DEEPEST ? least + 3 : 0));
    const items = schema['items'];
    if (!isJsonSchema(items)) return fixed;
    const length = Math.max(least, Math.min(most, Math.max(1, least) + Math.floor(this.#random() * 3)));
    const drawn: unknown[] = [...fixed];
    const seen = new Set<string>();
    for (let tries = 0; drawn.length < length && tries < 50 * (length + 1); tries++) {
      const item = this.of(items, property.replace(/s$/, ''), depth + 1);
      const text = JSON.stringify(item);
      if (schema['uniqueItems'] === true && seen.has(text)) continue;
      seen.add(text);
      drawn.push(item);
    }
    return drawn;
  }

  #string(schema: JsonSchema, property: string): string {
    const format = typeof schema['format'] === 'string' ? FORMATS[schema['format']] : undefined;
    if (format) return format(this.#random);
    let text = plausibleString(property, this.#random);
    const least = numberOf(schema['minLength']) ?? 0;
    while (text.length < least) text += ` ${plausibleString('', this.#random)}`;
    const most = numberOf(schema['maxLength']) ?? Infinity;
    return text.length <= most ? text : text.slice(0, most);
  }

  #number(schema: JsonSchema, step: 0 | 1): number {
    const multiple = numberOf(schema['multipleOf']) ?? step;
    const above = numberOf(schema['exclusiveMinimum']);
    const below = numberOf(schema['exclusiveMaximum']);
    const least = Math.max(numberOf(schema['minimum']) ?? -Infinity, above ?? -Infinity);
    const most = Math.min(numberOf(schema['maximum']) ?? Infinity, below ?? Infinity);
    // zod writes the safe integers as bounds of every integer: as good as none.
    const from = Number.isFinite(least) && least > Number.MIN_SAFE_INTEGER ? least : Math.min(0, most);
    const to = Number.isFinite(most) && most < Number.MAX_SAFE_INTEGER ? most : from + 10;
    if (multiple > 0) {
      const first = Math.ceil(from / multiple) + (above !== undefined && Math.ceil(from / multiple) * multiple <= above ? 1 : 0);
      const last = Math.floor(to / multiple) - (below !== undefined && Math.floor(to / multiple) * multiple >= below ? 1 : 0);
      return (first + Math.floor(this.#random() * (Math.max(first, last) - first + 1))) * multiple;
    }
    // Away from both ends, so that exclusive bounds hold; two decimals read better, where they still lie inside.
    const drawn = from + (to - from) * (0.05 + 0.9 * this.#random());
    const rounded = Math.round(drawn * 100) / 100;
    return rounded > from && rounded < to ? rounded : drawn;
  }
}

function typeOf(schema: JsonSchema, depth: number): unknown {
  const type = schema['type'];
  if (Array.isArray(type)) return depth >= DEEPEST && type.includes('null') ? 'null' : type[0];
  if (type !== undefined) return type;
  if ('properties' in schema) return 'object';
  if ('items' in schema || 'prefixItems' in schema) return 'array';
  return undefined;
}

function mergeSchemas(a: JsonSchema, b: JsonSchema): JsonSchema {
  const properties = {
    ...propertiesOf(a),
    ...propertiesOf(b),
  };
  const required = [a, b].flatMap((schema) => (Array.isArray(schema['required']) ? (schema['required'] as unknown[]) : []));
  const merged = { ...a, ...b };
  if (Object.keys(properties).length > 0) merged['properties'] = properties;
  if (required.length > 0) merged['required'] = required;
  return merged;
}

function propertiesOf({ properties }: JsonSchema): JsonSchema {
  return isJsonSchema(properties) ? properties : {};
}

function schemaList(value: unknown): readonly JsonSchema[] {
  return Array.isArray(value) ? value.filter(isJsonSchema) : [];
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
