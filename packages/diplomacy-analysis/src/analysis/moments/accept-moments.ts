import { readPower } from '@entente/diplomacy-game/state';
import type { Power } from '@entente/diplomacy-rules';
import { dropped, type Dropped } from '../dropped.js';
import { findQuote, QUOTE_SOURCES, type QuoteSource } from '../material/find-quote.js';
import type { PhaseMaterial } from '../material/phase-material.js';
import { type Evidence, type Moment, MOMENT_CATEGORIES, type MomentCategory } from './moment.js';
import type { ReportedMoment } from './reported-judgement.js';

/** Keeps the moments of a phase that name existing powers, and the quotes that occur in the record. A moment without a quote is dropped. */
export function acceptMoments(
  reported: readonly ReportedMoment[],
  material: PhaseMaterial,
): { readonly moments: readonly Moment[]; readonly dropped: readonly Dropped[] } {
  const moments: Moment[] = [];
  const drops: Dropped[] = [];
  for (const each of reported) {
    const title = `${each.category}: ${each.actual_action || each.impact}`;
    const category = readCategory(each.category);
    const powers = readPowers(each.powers_involved);
    const evidence = readEvidence(each, material);
    drops.push(...evidence.dropped);
    if (category === null) drops.push(dropped('moment', 'unknown-kind', title));
    else if (powers === null) drops.push(dropped('moment', 'unknown-power', `${title} (${each.powers_involved.join(', ')})`));
    else if (evidence.kept.length === 0) drops.push(dropped('moment', 'no-evidence', title));
    else {
      moments.push({
        phase: material.phase,
        category,
        powers,
        agreement: each.promise_agreement.trim(),
        action: each.actual_action.trim(),
        impact: each.impact.trim(),
        interest: readScore(each.interest_score),
        evidence: evidence.kept,
      });
    }
  }
  return { moments, dropped: drops };
}

/** Reads a category such as `Betrayal` or `playing both sides`. Returns `null` for anything but the five. */
function readCategory(text: string): MomentCategory | null {
  const plain = text
    .trim()
    .toUpperCase()
    .replaceAll(/[^A-Z]+/g, '_');
  return MOMENT_CATEGORIES.find((category) => category === plain) ?? null;
}

/** Reads the names of powers. Returns `null` where one of them is unknown, or there is none. */
function readPowers(names: readonly string[]): readonly Power[] | null {
  const read = names.flatMap((name) => name.split(/,|\band\b|&/)).map((name) => readPower(name));
  const powers = read.filter((power) => power !== null);
  return powers.length === 0 || powers.length < read.length ? null : [...new Set(powers)];
}

/** Reads a score: `8`, `"8"`, `8/10`. Values outside the scale become its ends. */
function readScore(score: number | string): number {
  const number = typeof score === 'number' ? score : Number.parseFloat(score);
  return Number.isFinite(number) ? Math.min(10, Math.max(1, Math.round(number))) : 1;
}

function readEvidence(
  { evidence }: ReportedMoment,
  material: PhaseMaterial,
): { readonly kept: readonly Evidence[]; readonly dropped: readonly Dropped[] } {
  const kept: Evidence[] = [];
  const drops: Dropped[] = [];
  for (const each of evidence) {
    const { quote, source } = typeof each === 'string' ? { quote: each, source: '' } : each;
    const found = findQuote(quote, material, readSource(source));
    if (found === null) drops.push(dropped('quote', 'quote-not-found', quote));
    else if (!kept.some((other) => other.quote === quote)) kept.push({ quote, ...found });
  }
  return { kept, dropped: drops };
}

function readSource(text: string): QuoteSource | undefined {
  return QUOTE_SOURCES.find((source) => text.toLowerCase().includes(source));
}
