import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface CannedRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface CannedReply {
  readonly status?: number | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Sent as JSON unless it is text or bytes. */
  readonly body?: unknown;
  /**
   * `hang`: sends nothing. `hang-in-body`: sends the headers and half of the body. `drop`: cuts the connection, within the body
   * if there is one.
   */
  readonly fate?: 'hang' | 'hang-in-body' | 'drop' | undefined;
}

/** A server on loopback that answers as a test tells it to, for cases that no well-behaved fake server has. */
export interface CannedServer {
  readonly url: string;
  readonly requests: readonly CannedRequest[];
  /** How many connections were closed by the other side. */
  readonly hangUps: number;
  /** Answers requests in this order; the last reply also answers all that come after it. */
  say(...replies: readonly (CannedReply | ((request: CannedRequest) => CannedReply))[]): void;
  close(): Promise<void>;
}

export async function startCannedServer(): Promise<CannedServer> {
  let queue: (CannedReply | ((request: CannedRequest) => CannedReply))[] = [];
  const requests: CannedRequest[] = [];
  let hangUps = 0;
  const sockets = new Set<Socket>();
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    outgoing.on('close', () => {
      if (!outgoing.writableFinished) hangUps += 1;
    });
    incoming.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8');
      const request = {
        path: incoming.url ?? '',
        headers: incoming.headers,
        body: (text === '' ? {} : JSON.parse(text)) as CannedRequest['body'],
      };
      requests.push(request);
      const next = (queue.length > 1 ? queue.shift() : queue[0]) ?? {
        status: 500,
        body: { error: { message: 'nothing to say' } },
      };
      const { status = 200, headers = {}, body, fate } = typeof next === 'function' ? next(request) : next;
      if (fate === 'hang') return;
      if (fate === 'drop' && body === undefined) {
        incoming.socket.destroy();
        return;
      }
      const bytes = Buffer.isBuffer(body) ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body ?? {}));
      outgoing.writeHead(status, { 'content-type': 'application/json', 'content-length': bytes.length, ...headers });
      if (fate === undefined) outgoing.end(bytes);
      else outgoing.write(bytes.subarray(0, bytes.length / 2), () => fate === 'drop' && incoming.socket.destroy());
    });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    get hangUps() {
      return hangUps;
    },
    say(...replies) {
      queue = [...replies];
      requests.length = 0;
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
