import { defineVerb, type Verb } from '../cli/verb.js';
import type { PageProgram } from './serve-page.js';
import { viewOptions } from './view-options.js';

/** Verb `view`, which shows runs as a web page. @param load loads the server of the page, and the report; called when the verb runs */
export function viewVerb(load: () => Promise<PageProgram>): Verb {
  return defineVerb({
    name: 'view',
    summary: 'show runs as a web page, live while they go on',
    details:
      'Serves the page on this machine until Ctrl-C. The link holds a token, so that nobody else on this machine can read the runs; whoever has the link can.',
    options: viewOptions,
    examples: ['view', 'view --runs-dir runs/demo-2026-11-22-021536 --open'],
    run: async (call) => (await import('./view-runs.js')).viewRuns(await load(), call),
  });
}
