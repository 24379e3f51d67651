import type { SearchLine } from '../../server/search/search-line';
import { ask } from '../data/ask';

/**
 * Searches, and hands over each line of the reply as it comes.
 * @throws Error with the server's reason
 */
export async function readSearch(query: URLSearchParams, onLine: (line: SearchLine) => void, signal: AbortSignal): Promise<void> {
  const reply = await ask(`./api/search?${query.toString()}`, { signal });
  if (!reply.ok || reply.body === null) throw new Error(await reasonOf(reply));
  const reader = reply.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') onLine(JSON.parse(line) as SearchLine);
  }
}

async function reasonOf(reply: Response): Promise<string> {
  const body: unknown = await reply.json().catch(() => null);
  const isReason = typeof body === 'object' && body !== null && 'error' in body && typeof body.error === 'string';
  return isReason ? (body.error as string) : `The search failed (${reply.status}).`;
}
