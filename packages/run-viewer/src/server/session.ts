import { createHash, timingSafeEqual } from 'node:crypto';
import { isIP } from 'node:net';
import { hostname } from 'node:os';
import type { Context, Handler, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { ViewerOptions } from './viewer-options.js';

type Guarded = Pick<ViewerOptions, 'token' | 'host'>;

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'", // charts set styles on their elements
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Lets in only the page itself: requests to a name of this server (so that no foreign name that resolves here reads it), from this origin,
 * and, for data, with the session that the token opened.
 */
export function guard({ token, host = '127.0.0.1' }: Guarded): MiddlewareHandler {
  const isOwnName = namesOf(host);
  return async (c, next) => {
    const url = new URL(c.req.url);
    const asked = c.req.header('host') ?? '';
    if (!isOwnName(asked.replace(/:\d+$/, '').toLowerCase())) return c.text('This server has another name.', 421);
    const origin = c.req.header('origin');
    if (origin !== undefined && origin !== `${url.protocol}//${asked}`) return c.text('Requests come from this page alone.', 403);
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD' && url.pathname !== '/api/session')
      return c.json({ error: 'This page only shows; nothing can be changed through it.' }, 405, { allow: 'GET, HEAD' });
    const isOpen = !url.pathname.startsWith('/api/') || url.pathname === '/api/session';
    if (!isOpen && !isSame(getCookie(c, cookieName(c)) ?? '', sessionOf(token)))
      return c.json({ error: 'Open the page by the link that the command printed.' }, 401);
    await next();
    c.header('content-security-policy', POLICY);
    c.header('x-content-type-options', 'nosniff');
    c.header('referrer-policy', 'no-referrer');
    c.header('cross-origin-opener-policy', 'same-origin');
    c.header('cross-origin-resource-policy', 'same-origin');
    if (url.pathname.startsWith('/api/')) c.header('cache-control', 'no-store');
    return undefined;
  };
}

/**
 * Names by which a server that listens on an address may be asked. One that listens on all addresses has every number for a name: a foreign
 * page can only make a browser ask by a name of its own.
 */
function namesOf(host: string): (name: string) => boolean {
  const names = new Set([host.toLowerCase(), `[${host.toLowerCase()}]`, '127.0.0.1', 'localhost', '[::1]']);
  if (host !== '0.0.0.0' && host !== '::') return (name) => names.has(name);
  const own = hostname().toLowerCase();
  return (name) => names.has(name) || name === own || name === `${own}.local` || isIP(name.replace(/^\[|\]$/g, '')) > 0;
}

/** Exchanges the token of the link for a cookie that no script can read. */
export function openSession({ token }: Guarded): Handler {
  return async (c: Context) => {
    const body: unknown = await c.req.json().catch(() => null);
    const given =
      typeof body === 'object' && body !== null && 'token' in body && typeof body.token === 'string' ? body.token : '';
    if (!isSame(sessionOf(given), sessionOf(token))) return c.json({ ok: false as const }, 401);
    setCookie(c, cookieName(c), sessionOf(token), { httpOnly: true, sameSite: 'Strict', path: '/' });
    return c.json({ ok: true as const });
  };
}

/** Cookies know no ports, so two pages of one machine need two names. */
const cookieName = (c: Context): string => `entente-${new URL(c.req.url).port || '80'}`;

/** The cookie is a digest, so that a stolen one does not open links. */
const sessionOf = (token: string): string => createHash('sha256').update(`session ${token}`).digest('base64url');

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
