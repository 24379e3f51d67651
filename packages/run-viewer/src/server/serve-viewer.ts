import { networkInterfaces } from 'node:os';
import { serve } from '@hono/node-server';
import { OpenRuns } from './open-runs.js';
import { viewerRoutes } from './routes.js';
import type { ViewerOptions } from './viewer-options.js';

/** A page that is being served. */
export interface Viewer {
  /** Link that opens the page. It holds the token behind a `#`, which browsers send to nobody. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the page and what it reads. */
export async function serveViewer(options: ViewerOptions): Promise<Viewer> {
  const { host = '127.0.0.1', port = 0, token } = options;
  const open = new OpenRuns(options);
  const app = viewerRoutes(options, open);
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port }, (info) => {
      resolve({
        url: `http://${nameIn(host)}:${info.port}/#token=${encodeURIComponent(token)}`,
        close: async () => {
          await new Promise<void>((done, failed) => {
            server.close((error) => (error ? failed(error) : done()));
            if ('closeAllConnections' in server) server.closeAllConnections();
          });
          await open.close();
        },
      });
    });
    server.once('error', reject);
  });
}

/** Name in a link of a server that listens on an address: for all addresses, the first one that other machines reach. */
function nameIn(host: string): string {
  if (host !== '0.0.0.0' && host !== '::') return host.includes(':') ? `[${host}]` : host;
  const addresses = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  return addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '127.0.0.1';
}
