import { UnknownRunError } from '@entente/simulation-core';
import { isExplainedError } from '@entente/llm-clients/contract';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { UnreadableRunError } from '../open-run.js';

/** A request that cannot be answered, with the reason in one line. */
export class RequestError extends Error {
  constructor(
    readonly status: 400 | 404 | 409,
    message: string,
  ) {
    super(message);
  }
}

/** Name of the run in a request's path. @throws RequestError for what can name none */
export function runIn(c: Context): string {
  const run = c.req.param('run') ?? '';
  const isSound = run.split('/').every((name) => name !== '' && name !== '.' && name !== '..' && !/[\\\0]/.test(name));
  if (!isSound) throw new RequestError(404, NO_RUN);
  return run;
}

/** A whole number in a request, from 0. @param text undefined where it is left out @throws RequestError for anything else */
export function wholeNumberIn(name: string, text: string | undefined, usual?: number): number {
  if (text === undefined && usual !== undefined) return usual;
  const number = Number(text);
  if (text === undefined || !/^\d{1,9}$/.test(text)) throw new RequestError(400, `${name} is a whole number from 0.`);
  return number;
}

/** Answers a request that failed: expected failures with their reason, others without, as they may hold anything. */
export function answerFailure(error: Error, c: Context): Response {
  if (error instanceof RequestError) return c.json({ error: error.message }, error.status);
  if (error instanceof HTTPException) return c.json({ error: error.message || 'This request cannot be answered.' }, error.status);
  if (error instanceof UnreadableRunError) return c.json({ error: error.message }, 409);
  if (UnknownRunError.isInstance(error)) return c.json({ error: NO_RUN }, 404);
  if (isExplainedError(error)) return c.json({ error: error.message }, 409);
  return c.json({ error: 'The server could not answer this.' }, 500);
}

export const NO_RUN = 'No run has this name.';
