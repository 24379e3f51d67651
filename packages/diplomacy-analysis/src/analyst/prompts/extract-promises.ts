import { definePrompt } from '@entente/llm-clients';
import { z } from 'zod';
import type { PhaseMaterial } from '../../analysis/material/phase-material.js';
import { type ReportedPromise, reportedPromiseSchema } from '../../analysis/promises/reported-promise.js';
import { analystMessages, pressSections } from './analyst-messages.js';
import { analystTitle } from './analyst-sections.js';

const TASK = `${analystTitle('extract-promises')}
List every promise of this phase: every commitment of a power to do something, or not to do something, in this phase or later. Taking up a proposal ("Agreed.") is a promise of what was proposed, as far as the power that agrees has to do it; if both sides have to do something, list a promise of each side that committed itself. The same promise said twice is listed once.
For each give:
- promiser, promisee: the power that promises and the one it promises it to; GLOBAL for everybody;
- kind: move, support, hold or convoy for orders of its own; no-attack for leaving a power or places alone; demilitarize for a place that stays empty; other for all else, such as votes, builds, information or an alliance without anything definite;
- text: the promise in one sentence of your own;
- quote: the words of the promiser that make it a promise;
- orders: the orders it comes to, in the notation of the game, only for units of the promiser; empty where no unit is named;
- provinces: for no-attack and demilitarize the places meant, if any are named; for a move, support, hold or convoy without a named unit the place where it happens;
- spares: for no-attack the power that is left alone, if it is not the promisee; else empty;
- phase: the last phase that it covers, such as S1901M; the present phase where nothing else is said;
- condition: what has to happen first, where the promise has an if; else empty.
There may be none.
Answer as JSON: {"promises": [{"promiser": string, "promisee": string, "kind": string, "text": string, "quote": string, "orders": [string], "provinces": [string], "spares": string, "phase": string, "condition": string}]}`;

const schema: z.ZodType<{ readonly promises: readonly ReportedPromise[] }> = z.object({
  promises: z.array(reportedPromiseSchema),
});

/** Asks for the promises of a phase. Orders are not shown, so that the press is read without knowing the deeds. */
export const extractPromisesPrompt = definePrompt<
  { readonly material: PhaseMaterial },
  { readonly promises: readonly ReportedPromise[] }
>({
  name: 'extract-promises',
  version: '1',
  schema,
  render: ({ material }) => analystMessages(pressSections(material), TASK),
});
