import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { extname, join } from 'node:path';
import type { Handler } from 'hono';

/** Folder of the built page: beside the built server, or in `dist` when the server runs from its sources. */
const FOLDERS = ['./page/', '../../dist/page/'].map((folder) => fileURLToPath(new URL(folder, import.meta.url)));

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Serves the files of the built page, and nothing outside their folder. */
export function pageFiles(): Handler {
  return async (c) => {
    const { pathname } = new URL(c.req.url);
    const name = pathname === '/' ? 'index.html' : pathname.slice(1);
    // The names of built files need no decoding, and hold nothing that leads elsewhere.
    if (!/^(?:[\w-]+\/)*[\w-]+(?:\.[\w-]+)*$/.test(name)) return c.notFound();
    const type = TYPES[extname(name)];
    if (type === undefined) return c.notFound();
    for (const folder of FOLDERS) {
      const file = await readFile(join(folder, name)).catch(() => undefined);
      if (file === undefined) continue;
      const cache = name.startsWith('assets') ? 'public, max-age=31536000, immutable' : 'no-cache';
      return c.body(new Uint8Array(file), 200, { 'content-type': type, 'cache-control': cache });
    }
    return c.notFound();
  };
}
