import { fillWord } from '@entente/llm-clients';
import {
  asSentence,
  type ByPartner,
  type Character,
  onOneLine,
  type OutsideEvent,
  PARTNERS,
  type Stage,
} from '@entente/relationship';
import { changeText } from './couple-lines.js';
import type { DirectorWords } from './director-words.js';
import { transcriptLines } from './transcript-lines.js';

/** Formats a scene under way: its card, everything that was fixed when it opened, and what has happened. It only grows during the scene. */
export function sceneLines(words: DirectorWords, partners: ByPartner<Character>, stage: Stage): readonly string[] {
  const { scene, opening, events, transcript } = stage;
  const { theme, setting, others, situation, conflict, goals, onlyKnows } = opening;
  const happened = transcriptLines(words, partners, transcript);
  return [
    fillWord(words, 'title.scene', { scene, theme: onOneLine(theme) }),
    fillWord(words, 'scene.where', { setting: onOneLine(setting) }),
    ...(others.length > 0 ? [fillWord(words, 'scene.others', { others: others.map(onOneLine).join('; ') })] : []),
    fillWord(words, 'scene.begins', { situation: onOneLine(situation) }),
    ...PARTNERS.filter((partner) => onlyKnows[partner] !== '').map((partner) =>
      fillWord(words, 'scene.only', { name: partners[partner].name, text: onOneLine(onlyKnows[partner]) }),
    ),
    ...events.map((event) => eventLine(words, partners, event)),
    fillWord(words, 'scene.conflict', { conflict: onOneLine(conflict) }),
    ...PARTNERS.map((partner) =>
      fillWord(words, 'scene.goal', { name: partners[partner].name, goal: asSentence(goals[partner]) }),
    ),
    ...(happened.length > 0 ? [words['title.happens'], ...happened] : []),
  ];
}

/** Formats what was planned for a scene, for those who direct it: neither the judge nor the summary is to follow the plan. */
export function planLines(words: DirectorWords, partners: ByPartner<Character>, { opening }: Stage): readonly string[] {
  const { category, turningPoint, mayBring } = opening;
  const facts = mayBring.map((change) => changeText(words, partners, change)).join(' ');
  return [
    words['title.plan'],
    fillWord(words, 'scene.kind', { category, turningPoint }),
    ...(facts === '' ? [] : [fillWord(words, 'scene.may-bring', { facts })]),
  ];
}

/** Formats news from outside with the ones who learn of it. */
export function eventLine(words: DirectorWords, partners: ByPartner<Character>, { event, knownTo }: OutsideEvent): string {
  const text = onOneLine(event);
  const [only] = knownTo;
  if (only === undefined) return fillWord(words, 'event.none', { event: text });
  if (knownTo.length > 1) return fillWord(words, 'event.both', { event: text });
  return fillWord(words, 'event.one', { event: text, name: partners[only].name });
}

/** Formats secrets that came up within the scene, apart from those that its card shows. */
export function secretsOfScene(
  words: DirectorWords,
  partners: ByPartner<Character>,
  { scene, opening, events, secrets }: Stage,
): readonly string[] {
  const shown = [opening.onlyKnows.A, opening.onlyKnows.B, ...events.map(({ event }) => event)];
  return secrets
    .filter(({ since, text }) => since === scene && !shown.includes(text))
    .map(({ owner, text }) => fillWord(words, 'secret.scene', { name: partners[owner].name, text: onOneLine(text) }));
}
