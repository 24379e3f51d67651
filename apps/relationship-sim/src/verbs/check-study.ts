import { createStyle, hasColors, type OptionValues, outputWidth, type VerbCall, wrapText } from '@entente/run-console';
import { keylessSession, openSession, reportEstimate } from '@entente/run-console/session';
import type { MaterialFault } from '@entente/relationship/material';
import { estimateStudy } from '@entente/studies';
import { countOf } from '@entente/studies/tables';
import { relationshipKind } from '../relationship-kind.js';
import { checkConditions } from '../studies/check-conditions.js';
import { checkStudyFiles } from '../studies/couple-study-program.js';
import { coupleStudyRunner } from '../studies/couple-study-runner.js';
import { openStudy } from '../studies/study-source.js';
import { tellStudy } from '../studies/tell-study.js';
import type { checkOptions } from './check-options.js';

type Call = VerbCall<OptionValues<typeof checkOptions>>;

/** Exit code of a study with faults: that of every wrong input. */
const WRONG = 2;

/** Tells what a study would do and what it would take, or everything that is wrong with it; returns the exit code. */
export async function checkStudyFolder({ io, options, words: [path = '.'] }: Call): Promise<number> {
  const source = openStudy(io.cwd, path);
  const { study, faults, ...lines } = checkStudyFiles(source);
  if (!study || faults.length > 0) return tellFaults(io, faults);
  const opened = await openSession(io, {
    ...{ config: options.config, latency: undefined, maxConnections: undefined, logLevel: undefined, logFile: undefined },
    responders: relationshipKind.responders,
  });
  try {
    const runner = coupleStudyRunner(source);
    const told = new Set<string>();
    const note = (message: string): void => void told.add(message);
    const session = { ...keylessSession(opened), note };
    const checked = checkConditions(study, lines, { runner, session });
    const { file } = source;
    if (checked.faults.length > 0)
      return tellFaults(
        io,
        checked.faults.map((fault) => ({ ...fault, file })),
      );
    const { runs, specs } = checked;
    if (checked.note !== undefined) note(`${checked.note}.`);
    const estimate = estimateStudy(runs, ({ id }) =>
      runner.estimate(specs.get(id)!, (model, usage) => opened.clients.costOf(model, usage)),
    );
    const width = outputWidth(io.stdout);
    const overview = [...tellStudy(study, runs, { specs, source }), ...told].map((line) => wrapText(line, width));
    const style = createStyle(hasColors(io.stdout, io.env));
    io.stdout.write(`${style.bold(`${file} can be played.`)}\n${overview.join('\n')}\n\n`);
    const { name, budget } = study;
    const { noun } = relationshipKind.words;
    reportEstimate({ io, study: name, estimate, budget, noun, basis: runner.estimateBasis, json: false });
    io.stdout.write(`To play it: ${relationshipKind.command} batch ${path}\n`);
    return 0;
  } finally {
    opened.close();
  }
}

/** A line for each fault, and their number. */
function tellFaults(io: Call['io'], faults: readonly MaterialFault[]): number {
  const lines = faults.map(({ file, line, message }) => `${file}:${line}: ${message}`);
  io.stderr.write(`${lines.join('\n')}\n${countOf(faults.length, 'fault')}; nothing was played.\n`);
  return WRONG;
}
