import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createPriceBook } from '@entente/llm-clients';
import { createNestedStore } from '@entente/simulation-core/node';
import { hasColors } from '../cli/console-io.js';
import { ConsoleError, UsageError } from '../cli/console-error.js';
import type { VerbCall } from '../cli/verb.js';
import { runsFolder } from '../session/runs-folder.js';
import { readConfig } from '../session/session.js';
import { createStyle } from '../text/style.js';
import { openInBrowser } from './open-in-browser.js';
import { reportForPage } from './report-for-page.js';
import type { PageProgram, PageSettings, ServedPage } from './serve-page.js';
import type { ViewOptions } from './view-options.js';
import { untilStopped } from './until-stopped.js';

const TOKEN_BYTES = 24;
const LOOPBACK = /^(127(\.\d{1,3}){3}|::1|localhost)$/;

/** Serves the page until a signal stops it; returns 0 then. @throws UsageError for an address that cannot be listened on */
export async function viewRuns({ serve, program, report }: PageProgram, { io, options }: VerbCall<ViewOptions>): Promise<number> {
  const { host, port, runsDir } = options;
  const folder = runsFolder(io.cwd, runsDir);
  const store = createNestedStore({ folder });
  const stopped = untilStopped(io.signals);
  const page = await listening({ host, port }, () =>
    serve({
      store,
      place: runsDir,
      host,
      port,
      token: randomBytes(TOKEN_BYTES).toString('hex'),
      costOf: pricesOf(readConfig(io, options.config)),
      reports: {
        [program]: async (study) => {
          const notes: string[] = [];
          const request = {
            words: [],
            io: { ...io, stderr: { write: (text: string) => notes.push(text.trimEnd()) } },
            options: { runsDir, config: options.config, study },
            store,
          };
          return reportForPage(await report(request), notes);
        },
      },
    }),
  );
  const { bold } = createStyle(hasColors(io.stdout, io.env));
  io.stdout.write(
    options.json ? `${JSON.stringify({ event: 'page', url: page.url })}\n` : `The page of ${runsDir}: ${bold(page.url)}\n`,
  );
  if (!existsSync(folder)) io.stderr.write(`There is no folder ${runsDir} yet; runs show up as soon as they begin.\n`);
  if (!LOOPBACK.test(host))
    io.stderr.write(
      `Every machine that reaches this one can open the page if it has the link, which travels unencrypted; leave out --host to keep the page to this machine.\n`,
    );
  io.stderr.write('Ctrl-C ends it.\n');
  const opened = options.open ? await openInBrowser(page.url) : undefined;
  if (opened?.problem !== undefined) io.stderr.write(`${opened.problem}\n`);
  await stopped;
  await Promise.all([page.close(), opened?.forget()]);
  return 0;
}

/** Prices of every run as of its beginning, by one book: a page asks for those of thousands of runs. */
function pricesOf(config: ReturnType<typeof readConfig>): PageSettings['costOf'] {
  let at = 0;
  const book = createPriceBook(config.prices, () => at);
  return (model, usage, header) => {
    at = header.at;
    return book.costOf(model, usage);
  };
}

async function listening(
  { host, port }: { readonly host: string; readonly port: number },
  serve: () => Promise<ServedPage>,
): Promise<ServedPage> {
  try {
    return await serve();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE')
      throw new ConsoleError(`Port ${port} of ${host} is in use; name another --port, or leave it out to take a free one.`);
    if (code === 'EACCES')
      throw new ConsoleError(`This user may not listen on port ${port}; name a --port from 1024 on, or leave it out.`);
    if (code === 'ERR_SOCKET_BAD_PORT') throw new UsageError(`--port cannot be ${port}; write a number up to 65535.`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
      throw new UsageError(
        `--host ${host} is no address of this machine; leave it out for this machine alone, or write 0.0.0.0 for every address that it has.`,
      );
    throw error;
  }
}
