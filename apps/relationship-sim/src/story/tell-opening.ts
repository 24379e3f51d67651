import {
  applyCoupleChange,
  asSentence,
  byPartner,
  type ByPartner,
  type CoupleFacts,
  factInWords,
  type OutsideEvent,
  PARTNERS,
  type RelationshipState,
  type SceneOpening,
  type SceneRecord,
  type StepObstacle,
} from '@entente/relationship';
import { obstacleInWords } from './obstacle-in-words.js';
import { type Layout, hanging, paragraphs, quiet } from './layout.js';

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
 * Heading, place and situation of a scene, then the part of it that each knows alone. The turning point is not told: it would give the
 * scene away.
 * @param events news of the scene, which have lines of their own and are left out where the director repeats them
 * @param couple facts of the couple before the scene
 * @param why reason why the step of the arc gave way, if one did
 */
export function tellOpening(
  telling: Telling,
  { scene, opening }: Pick<SceneRecord, 'scene' | 'opening'>,
  { events, couple, why }: Pick<RelationshipState, 'events' | 'couple'> & { readonly why: StepObstacle | undefined },
): string {
  const { style } = telling;
  const { theme, setting, others, situation, insteadOf } = opening;
  const own = events.filter((event) => event.scene === scene);
  const heading = theme.trim() === '' ? `Scene ${scene}` : `Scene ${scene} · ${theme}`;
  const present = others.length === 0 ? '' : `With them: ${asSentence(withinSentence(opening).join('; '))}`;
  const place = [asSentence(setting), present].filter((part) => part !== '');
  return [
    `\n${style.bold(style.cyan(hanging(telling, heading)))}`,
    ...(insteadOf === undefined
      ? []
      : [
          quiet(
            telling,
            `the arc's step "${insteadOf}" gives way to another scene${why === undefined ? '' : `: ${obstacleInWords(telling.names, couple, why)}`}`,
          ),
        ]),
    style.italic(paragraphs(telling, place.join(' '))),
    paragraphs(telling, [without(own, situation), ...broughtBy(telling, opening, couple)].join(' ')),
    ...tellAlone(
      telling,
      byPartner((partner) => without(own, opening.onlyKnows[partner])),
      onlyKnows,
    ),
  ].join('\n');
}

/** Facts that have changed since the scene before: `By now they live together.` */
function broughtBy({ names }: Telling, { brings }: SceneOpening, couple: CoupleFacts): readonly string[] {
  return brings.flatMap((change) => {
    const after = applyCoupleChange(couple, change);
    const isNews = JSON.stringify(after) !== JSON.stringify(couple);
    return isNews ? [`By now ${factInWords(names, after, change)}.`] : [];
  });
}

/** Words that no name begins with. */
const NO_NAME = /^(A|An|The|His|Her|Their|Its|One|Two|Three|Four|Some|Several|Other|Another|Many|A few)(?=\s)/;

/** People present as they stand within a sentence: the first letter is small unless a name begins with it. */
function withinSentence({ others, setting, situation }: SceneOpening): readonly string[] {
  const words = new Set(`${setting} ${situation}`.split(/[^\p{L}'-]+/u));
  return others.map((other) => {
    const [first = ''] = /^[\p{L}'-]+/u.exec(other) ?? [];
    const isName = !NO_NAME.test(other) && !words.has(first.toLowerCase());
    return (isName ? other : `${other.charAt(0).toLowerCase()}${other.slice(1)}`).replace(/[.;,]+$/, '');
  });
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
