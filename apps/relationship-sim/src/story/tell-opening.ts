import {
  byPartner,
  type ByPartner,
  type CoupleFacts,
  PARTNERS,
  type OutsideEvent,
  type SceneOpening,
} from '@entente/relationship';
import { asSentence, type Layout, hanging, paragraphs, quiet } from './layout.js';

/** Names of the two by role, and how the story is laid out. */
export interface Telling extends Layout {
  readonly names: ByPartner<string>;
}

/** Names of the couple as a title, and how it came to this. */
export function tellCouple(
  telling: Telling,
  title: string,
  { couple, secrets }: { readonly couple: CoupleFacts; readonly secrets: ByPartner<readonly string[]> },
): readonly string[] {
  const { names, style } = telling;
  return [
    style.bold(title),
    ...(couple.story === undefined ? [] : [paragraphs(telling, couple.story)]),
    ...PARTNERS.flatMap((partner) => secrets[partner].map((text) => onlyKnows(telling, names[partner], text))),
  ];
}

/**
 * Heading, place and situation of a scene, then the part of it that each knows alone.
 * @param events news of the scene, which have lines of their own and are left out where the director repeats them
 */
export function tellOpening(telling: Telling, scene: number, opening: SceneOpening, events: readonly OutsideEvent[]): string {
  const { style } = telling;
  const { theme, turningPoint, setting, others, situation } = opening;
  const heading = `Scene ${scene} · ${turningPoint}${theme === '' || theme === turningPoint ? '' : `: ${theme}`}`;
  const present = others.length === 0 ? '' : ` With them: ${asSentence(others.join(', '))}`;
  return [
    `\n${style.bold(style.cyan(hanging(telling, heading)))}`,
    style.italic(paragraphs(telling, `${asSentence(setting)}${present}`)),
    paragraphs(telling, without(events, situation)),
    ...tellAlone(
      telling,
      byPartner((partner) => without(events, opening.onlyKnows[partner])),
      onlyKnows,
    ),
  ].join('\n');
}

function without(events: readonly OutsideEvent[], text: string): string {
  return events.reduce((rest, { event }) => rest.replace(event, ''), text).trim();
}

/** News from outside, and who learns of it. */
export function tellEvent(telling: Telling, { event, knownTo }: Pick<OutsideEvent, 'event' | 'knownTo'>): string {
  const [owner] = knownTo;
  return knownTo.length === 1 && owner
    ? quiet(telling, `from outside, only ${telling.names[owner]} knows: ${event}`)
    : hanging(telling, `From outside: ${event}`);
}

/** Lines about what one of the two alone knows or perceives; none for empty texts. */
export function tellAlone(
  telling: Telling,
  texts: ByPartner<string>,
  tell: (telling: Telling, name: string, text: string) => string,
): readonly string[] {
  return PARTNERS.filter((partner) => texts[partner].trim() !== '').map((partner) =>
    tell(telling, telling.names[partner], texts[partner]),
  );
}

export function onlyKnows(telling: Telling, name: string, text: string): string {
  return quiet(telling, `only ${name} knows: ${text}`);
}

export function onlySees(telling: Telling, name: string, text: string): string {
  return quiet(telling, `only ${name} sees: ${text}`);
}
