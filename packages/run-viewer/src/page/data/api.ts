import { hc } from 'hono/client';
import { ask } from './ask';
import type { ViewerApi } from '../../server/routes';

/** The server, with the types of its replies. */
export const server = hc<ViewerApi>(new URL('.', location.href).href, { fetch: ask });
