/** Name of the event by which the page learns that its session is over. */
export const SESSION_OVER = 'session-over';

/** Fetches from the server of this page; a reply that the session is over is told to the whole page. */
export async function ask(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const reply = await fetch(input, init);
  if (reply.status === 401) dispatchEvent(new Event(SESSION_OVER));
  return reply;
}
