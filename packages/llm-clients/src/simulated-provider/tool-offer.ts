import { schemaInstance } from '../offline/schema-instance.js';
import type { JsonSchema } from '../offline/schema-instruction.js';
import { badRequest } from './body-reader.js';

/** A function that a request offers, with the shape of its arguments. */
export interface OfferedTool {
  readonly name: string;
  readonly schema: JsonSchema;
}

/** The functions of a request, and whether one must be called: any (`required`), a certain one by name, or none. */
export interface ToolOffer {
  readonly tools: readonly OfferedTool[];
  readonly choice: 'auto' | 'none' | 'required' | { readonly name: string };
  /** The user's last text, if it is the last turn. */
  readonly asked: string | undefined;
}

export interface ToolCall {
  readonly name: string;
  /** Fits the tool's schema. */
  readonly input: unknown;
}

/**
 * Chooses the call a model would make: the demanded one; otherwise, if it may choose, that of the tool whose name the user
 * mentions (`get_weather` is mentioned by "get weather" too); otherwise none.
 */
export function callOffered({ tools, choice, asked }: ToolOffer, random: () => number): ToolCall | undefined {
  const mentioned = tools.find(({ name }) => asked !== undefined && mentions(asked, name));
  const tool = toolFor(choice, tools, mentioned);
  return tool && { name: tool.name, input: schemaInstance(tool.schema, random) };
}

function toolFor(
  choice: ToolOffer['choice'],
  tools: readonly OfferedTool[],
  mentioned: OfferedTool | undefined,
): OfferedTool | undefined {
  if (choice === 'none') return undefined;
  if (choice === 'auto') return mentioned;
  return choice === 'required' ? (mentioned ?? tools[0]) : tools.find(({ name }) => name === choice.name);
}

function mentions(text: string, name: string): boolean {
  const plain = (words: string): string =>
    ` ${words
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, ' ')
      .trim()} `;
  return plain(text).includes(plain(name));
}

/**
 * Puts together what a request offers; undefined where it offers nothing.
 * @throws ApiFailure 400 where a tool is demanded that is not offered
 */
export function toToolOffer(
  tools: readonly OfferedTool[],
  choice: ToolOffer['choice'],
  asked: string | undefined,
): ToolOffer | undefined {
  const named = typeof choice === 'object' ? choice.name : undefined;
  if (named !== undefined && !tools.some(({ name }) => name === named)) {
    throw badRequest(`Invalid value for 'tool_choice': the tool '${named}' is not among 'tools'.`, 'tool_choice');
  }
  if (tools.length === 0) {
    if (choice === 'required') throw badRequest("'tool_choice' is only allowed when 'tools' are specified.", 'tool_choice');
    return undefined;
  }
  return { tools, choice, asked };
}
