import { type ConsoleIo, createStyle, hasColors, outputWidth } from '@entente/run-console';
import type { RunDisplay } from '@entente/run-console/session';
import type { ByPartner } from '@entente/relationship';
import { readFact, tellFact } from './tell-fact.js';

/** Tells one run on stdout while its facts come in. */
export function createStoryDisplay(io: ConsoleIo, names: ByPartner<string>): RunDisplay {
  const style = createStyle(hasColors(io.stdout, io.env));
  return {
    planned: () => {},
    runStarted: (runId, resumed) =>
      void io.stderr.write(`${style.dim(resumed ? `${runId} goes on where it stopped.` : runId)}\n`),
    entry: (_runId, entry) => {
      if (entry.type !== 'fact-recorded') return;
      const fact = readFact(entry.fact);
      const told = fact && tellFact(fact, { names, width: outputWidth(io.stdout), style });
      if (told !== undefined) io.stdout.write(`${told}\n`);
    },
    runEnded: () => {},
    note: (message) => void io.stderr.write(`${message}\n`),
    close: () => {},
  };
}
