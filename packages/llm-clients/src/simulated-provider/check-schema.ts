import { isJsonSchema, type JsonSchema } from '../offline/schema-instruction.js';
import { ApiFailure } from './api-failure.js';

const REFUSED_BY_OPENAI = [
  'allOf',
  'oneOf',
  'not',
  'if',
  'then',
  'else',
  'dependentRequired',
  'dependentSchemas',
  'patternProperties',
  'propertyNames',
  'uniqueItems',
  'minLength',
  'maxLength',
];

/**
 * Checks a schema against OpenAI's strict mode: an object at the root, every object closed, every property required, and no
 * keyword it does not know. https://platform.openai.com/docs/guides/structured-outputs#supported-schemas
 * @throws ApiFailure 400 in the API's own words
 */
export function checkStrictSchema(schema: JsonSchema, name: string): void {
  const refuse = (context: readonly string[], complaint: string): never => {
    const place = context.map((step) => `'${step}'`).join(', ');
    const message = `Invalid schema for response_format '${name}': In context=(${place}), ${complaint}`;
    throw new ApiFailure({ status: 400, message, parameter: 'response_format' });
  };
  if (schema['type'] !== 'object')
    refuse([], `schema must be a JSON Schema of 'type: "object"', got 'type: "${String(schema['type'])}"'.`);
  walkSchema(schema, [], (node, context) => {
    for (const keyword of REFUSED_BY_OPENAI) if (keyword in node) refuse(context, `'${keyword}' is not permitted.`);
    if (node['type'] !== 'object' && !('properties' in node)) return;
    if (node['additionalProperties'] !== false) {
      refuse(context, "'additionalProperties' is required to be supplied and to be false.");
    }
    const required: readonly unknown[] = Array.isArray(node['required']) ? node['required'] : [];
    const missing = Object.keys(isJsonSchema(node['properties']) ? node['properties'] : {}).find(
      (property) => !required.includes(property),
    );
    if (missing !== undefined) {
      refuse(
        context,
        `'required' is required to be supplied and to be an array including every key in properties. Missing '${missing}'.`,
      );
    }
  });
}

const REFUSED_BY_ANTHROPIC: Readonly<Record<string, readonly string[]>> = {
  integer: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  number: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  string: ['minLength', 'maxLength'],
  array: ['maxItems', 'uniqueItems'],
};

/**
 * Checks a schema against Anthropic's structured output: closed objects and no bounds.
 * https://platform.claude.com/docs/en/build-with-claude/structured-outputs#json-schema-limitations
 * @throws ApiFailure 400 in the API's own words
 */
export function checkAnthropicSchema(schema: JsonSchema): void {
  const refuse = (complaint: string): never => {
    throw new ApiFailure({ status: 400, message: `output_config.format.schema: ${complaint}` });
  };
  walkSchema(schema, [], (node) => {
    const type = typeof node['type'] === 'string' ? node['type'] : '';
    const found = (REFUSED_BY_ANTHROPIC[type] ?? []).filter((keyword) => keyword in node);
    if (found.length === 1) refuse(`For '${type}' type, property '${found[0]}' is not supported`);
    if (found.length > 1) refuse(`For '${type}' type, properties ${found.join(', ')} are not supported`);
    if (type === 'array' && typeof node['minItems'] === 'number' && node['minItems'] > 1) {
      refuse("For 'array' type, 'minItems' values other than 0 or 1 are not supported");
    }
    if (type === 'object' && node['additionalProperties'] !== false) {
      refuse("For 'object' type, 'additionalProperties' must be explicitly set to false");
    }
  });
}

type Visit = (node: JsonSchema, context: readonly string[]) => void;

function walkSchema(node: JsonSchema, context: readonly string[], visit: Visit): void {
  visit(node, context);
  for (const keyword of ['properties', '$defs', 'definitions']) {
    const children = node[keyword];
    if (!isJsonSchema(children)) continue;
    for (const [name, child] of Object.entries(children))
      if (isJsonSchema(child)) walkSchema(child, [...context, keyword, name], visit);
  }
  for (const keyword of ['items', 'additionalProperties', 'not']) {
    const child = node[keyword];
    if (isJsonSchema(child)) walkSchema(child, [...context, keyword], visit);
  }
  for (const keyword of ['anyOf', 'oneOf', 'allOf', 'prefixItems']) {
    const children = node[keyword];
    if (!Array.isArray(children)) continue;
    children.forEach((child: unknown, index) => {
      if (isJsonSchema(child)) walkSchema(child, [...context, keyword, String(index)], visit);
    });
  }
}
