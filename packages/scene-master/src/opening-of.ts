import {
  byPartner,
  type ByPartner,
  type Character,
  type ChosenScenario,
  type SceneOpening,
  withoutQuotationMarks,
} from '@entente/relationship';
import { goalText } from './goal-text.js';
import type { DirectorWords } from './prompts/director-words.js';
import type { LaterOpeningReply, OpeningReply } from './prompts/open-scene.js';

/** Turns a reply into an opening. The part of the scenario that one alone knows is never lost. */
export function openingFrom(
  reply: OpeningReply | LaterOpeningReply,
  chosen: ChosenScenario,
  partners: ByPartner<Character>,
): SceneOpening {
  const { theme, setting, others, situation, conflict } = reply;
  const { later: written, weeks, told = [] } = 'later' in reply ? reply : { later: '', weeks: 0 };
  const later = situation.startsWith(written) ? '' : written;
  return {
    ...fixedParts(chosen),
    weeks,
    told: told.map(({ id, quote }) => ({ id, quote: withoutQuotationMarks(quote) })),
    theme,
    setting,
    others: others.map(withSmallArticle),
    situation: later === '' ? situation : `${later} ${situation}`,
    onlyKnows: byPartner((partner) => reply[`only_${partner}`] || chosen.onlyKnows[partner]),
    conflict,
    goals: byPartner((partner) => goalText(reply[`goal_${partner}`], partners[partner].name)),
  };
}

/** Turns a scenario as written into an opening, for when the model gave none. */
export function openingAsWritten(chosen: ChosenScenario, partners: ByPartner<Character>, words: DirectorWords): SceneOpening {
  const { turningPoint, setting, situation, conflict } = chosen;
  return {
    ...fixedParts(chosen),
    theme: turningPoint,
    setting,
    others: [],
    situation,
    onlyKnows: chosen.onlyKnows,
    conflict,
    goals: byPartner((partner) => goalText(partners[partner].goals?.[0] ?? words['goal.default'], partners[partner].name)),
  };
}

/** Begins with a small letter where the first word is an article or a number, so that it can stand in a list. */
function withSmallArticle(text: string): string {
  return /^(?:A|An|The|One|Two|Three|Four|Five|Some|Several|Many) /.test(text)
    ? text.slice(0, 1).toLowerCase() + text.slice(1)
    : text;
}

function fixedParts({ id, category, turningPoint, insteadOf, swapped, uses, brings, mayBring }: ChosenScenario) {
  return { category, turningPoint, scenario: id, insteadOf, swapped, weeks: 0, told: [], uses, brings, mayBring };
}
