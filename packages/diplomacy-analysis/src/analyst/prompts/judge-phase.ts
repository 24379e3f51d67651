import { onOneParagraph } from '@entente/diplomacy-game/state';
import { definePrompt } from '@entente/llm-clients';
import type { PhaseMaterial } from '../../analysis/material/phase-material.js';
import { type ReportedJudgement, reportedJudgementSchema } from '../../analysis/moments/reported-judgement.js';
import { type CheckedPromise, isOpen } from '../../analysis/promises/press-promise.js';
import { analystMessages, outcomeSections, pressSections } from './analyst-messages.js';
import { ANALYST_SECTIONS, analystTitle } from './analyst-sections.js';

const TASK = `${analystTitle('judge-phase')}
First the promises listed above, each by its number.
- Where it says "for you to judge", give a verdict: kept, broken, void (it could not be kept any more) or undetermined, with a reason in one sentence and a quote that shows it. Where a verdict stands already it was read off the orders: repeat it.
- For a broken one say whether the promiser broke it on purpose: deliberate or accidental, with a quote from the promiser's own diary that shows it; unknown where the diary does not say. Whether it turned out badly is no proof of either.
Then the moments of this phase that somebody who tells the game would not leave out; none, if there are none, and seldom more than four:
- BETRAYAL: a promise or an alliance broken to the harm of whoever relied on it;
- COLLABORATION: powers that agreed on something and carried it out together;
- PLAYING_BOTH_SIDES: a power that told two others what cannot both be true;
- BRILLIANT_STRATEGY: a plan that worked because it was seen ahead;
- STRATEGIC_BLUNDER: an order or a trust that cost its power dearly and could have been avoided.
For each give the category, the powers it involves, promise_agreement (what had been said; empty if nothing), actual_action (what was ordered, and what came of it), impact (what it changes), interest_score (1 for a footnote, 10 for what decides a game) and evidence: one to three quotes, each with its source: message, diary or order.
Answer as JSON: {"promises": [{"number": number, "verdict": string, "reason": string, "intention": string, "quote": string}], "moments": [{"category": string, "powers_involved": [string], "promise_agreement": string, "actual_action": string, "impact": string, "interest_score": number, "evidence": [{"quote": string, "source": string}]}]}`;

/** Asks for the moments of a phase, and for opinions on promises that orders leave open. */
export const judgePhasePrompt = definePrompt<
  { readonly material: PhaseMaterial; readonly promises: readonly CheckedPromise[] },
  ReportedJudgement
>({
  name: 'judge-phase',
  version: '1',
  schema: reportedJudgementSchema,
  render: ({ material, promises }) =>
    analystMessages([...pressSections(material), ...outcomeSections(material), promisesSection(promises)], TASK),
});

/** `1. FRANCE to ENGLAND, in S1901M for S1901M, no-attack: ... In its words: "..." Verdict: broken. In S1901M FRANCE ordered F BRE - ENG.` */
function promisesSection(promises: readonly CheckedPromise[]): string {
  if (promises.length === 0) return '';
  const lines = promises.map((promise, at) => {
    const { promiser, promisee, phase, due, kind, text, quote, condition, verdict, explanation } = promise;
    const stands = isOpen(promise) ? `Verdict: for you to judge. ${explanation}` : `Verdict: ${verdict}. ${explanation}`;
    const provided = condition === null ? '' : ` Condition: ${onOneParagraph(condition)}`;
    return `${at + 1}. ${promiser} to ${promisee === 'GLOBAL' ? 'all' : promisee}, in ${phase} for ${due}, ${kind}: ${onOneParagraph(text)} In its words: "${onOneParagraph(quote)}"${provided} ${stands}`;
  });
  return [ANALYST_SECTIONS.promises, ...lines].join('\n');
}
