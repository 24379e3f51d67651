import { adjudicate } from '../judge/adjudicate.js';
import { explainOutcome } from '../judge/explain-outcome.js';
import { describeAdjudication } from './describe-adjudication.js';
import { readSituation } from './read-situation.js';
import { rulebookFrom, rulebookOptions, rulebookSwitchesHelp } from './rulebook-option.js';
import { writeLine } from './streams.js';
import type { Verb } from './verb.js';
import { onlyFile } from './verb.js';

/** `diplomacy-rules adjudicate`: judges the orders of one phase. */
export const adjudicateVerb: Verb = {
  name: 'adjudicate',
  usage: 'FILE [--rulebook NAME] [--json]',
  summary: 'judge the orders of one phase and say why',
  details: `Judges a position with orders and prints what became of every order and why, and the next position.
The file is JSON, a phase of a saved game or something like
  {"phase": "S1901M", "units": {"FRANCE": ["A PAR"]}, "centers": {"FRANCE": ["PAR"]},
   "orders": {"FRANCE": ["A PAR - BUR"]}}
with "retreats": {"FRANCE": {"A MAR": ["GAS", "SPA"]}} in a retreat phase.

${rulebookSwitchesHelp}`,
  options: {
    ...rulebookOptions,
    json: { type: 'boolean', description: 'print JSON: the adjudication, each outcome with its explanation' },
  },
  run: async ({ files, options }, { stdout }) => {
    const rulebook = rulebookFrom(options);
    const situation = await readSituation(onlyFile(files));
    const { position, orders, refused } = situation;
    const adjudication = adjudicate(position, orders, { rulebook });
    if (options['json'] === true) {
      const outcomes = adjudication.outcomes.map((outcome) => ({ ...outcome, explanation: explainOutcome(outcome) }));
      await writeLine(stdout, JSON.stringify({ ...adjudication, outcomes, refused }, null, 2));
      return 0;
    }
    for (const line of describeAdjudication(situation, adjudication, stdout.columns)) await writeLine(stdout, line);
    return 0;
  },
};
