import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const loggedRequest = z.object({
  /** The id of the reply. */
  id: z.string(),
  /** The hash of the whole body: the same question with the same seed. */
  hash: z.string(),
  schema: z.enum(['none', 'any', 'json-schema', 'refused']),
  status: z.number().int(),
  promptTokens: z.number().int(),
  cachedTokens: z.number().int(),
  completionTokens: z.number().int(),
  finishReason: z.string().optional(),
  /** Whether a reply that was held to a grammar is JSON; absent where it was cut. */
  isJson: z.boolean().optional(),
  message: z.string().optional(),
});

/** One request that the front has answered. */
export type LoggedRequest = Readonly<z.infer<typeof loggedRequest>>;

/** Written at once, line by line, so that the log outlives the server. */
export function appendToLog(file: string, request: LoggedRequest): void {
  appendFileSync(file, `${JSON.stringify(request)}\n`);
}

/** Reads the log so far, without a last line that a kill cut off. */
export function readLog(file: string): readonly LoggedRequest[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => loggedRequest.parse(JSON.parse(line)));
}
