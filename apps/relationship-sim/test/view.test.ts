import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMemoryConsole, type MemoryConsole } from './memory-console.js';

let cli: MemoryConsole;
beforeAll(async () => {
  cli = createMemoryConsole();
  await cli.run('run', 'maya-jonas', '--model', 'offline', '--scenes', '1', '--latency', '0', '--quiet');
});
afterAll(() => cli.remove());

/** Runs `view` until `use` is done with the link that it prints, and stops it with Ctrl-C. */
async function viewing(use: (url: URL) => Promise<void>, ...options: readonly string[]): Promise<{ readonly exitCode: number }> {
  const running = cli.run('view', ...options);
  await expect.poll(() => cli.said().stdout, { timeout: 60_000 }).toContain('#token=');
  const [link = ''] = /http:\S+/.exec(cli.said().stdout) ?? [];
  await use(new URL(link));
  cli.signals.emit('SIGINT');
  return running;
}

describe('view', () => {
  it('serves the runs to whoever has the link, until Ctrl-C', async () => {
    const { exitCode } = await viewing(async (url) => {
      const token = url.hash.replace('#token=', '');
      const refused = await fetch(new URL('/api/list', url));
      expect(refused.status).toBe(401);
      const session = await fetch(new URL('/api/session', url), { method: 'POST', body: JSON.stringify({ token }) });
      const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
      const { runs } = (await (await fetch(new URL('/api/list', url), { headers: { cookie } })).json()) as {
        readonly runs: readonly { readonly title: string; readonly cost: number | null }[];
      };
      expect(runs).toMatchObject([{ title: 'Maya & Jonas', cost: 0 }]);
    });
    expect(exitCode).toBe(0);
  });

  it('has another token each time', async () => {
    const tokens = new Set<string>();
    for (let time = 0; time < 2; time++) await viewing(async ({ hash }) => void tokens.add(hash));
    expect(tokens.size).toBe(2);
  });

  it('says who can reach a page that is not for this machine alone', async () => {
    await viewing(async () => expect(cli.said().stderr).toContain('Every machine that reaches this one'), '--host', '0.0.0.0');
  });

  it('names the remedy where the port is taken', async () => {
    await viewing(async ({ port }) => {
      const other = createMemoryConsole();
      const { exitCode, stderr } = await other.run('view', '--port', port);
      expect(exitCode).toBe(1);
      expect(stderr).toContain(`Port ${port} of 127.0.0.1 is in use; name another --port`);
      await other.remove();
    });
  });
});
