import { truncate } from '@entente/run-console';
import {
  type BeatRecord,
  type Partner,
  type RelationshipFact,
  relationshipFactSchema,
  type RelationshipState,
} from '@entente/relationship';
import { coupleTitle } from '../report/placed-partners.js';
import { hanging, onOneLine, paragraphs } from './layout.js';
import { tellCoupleChange, tellDeltas, tellSecret } from './tell-changes.js';
import { tellMissing } from './tell-missing.js';
import { tellMove, tellNarration, tellOptions, tellPhrase, tellReason, tellThought } from './tell-moment.js';
import { onlyKnows, tellAlone, tellCouple, tellEvent, type Telling, tellOpening } from './tell-opening.js';

/** Maximum length of a judge's reason, in characters. */
const LONGEST_REASON = 240;

/** States of the run before and after a fact. Both are empty of what the story so far has not told. */
export interface AroundFact {
  readonly before: RelationshipState;
  readonly after: RelationshipState;
  /** Whether a choice is the phrase of a journal of the first version. */
  readonly isPhrase: boolean;
}

/** Formats a fact for the story; returns no lines for facts that only programs need. */
export function tellFact(fact: RelationshipFact, { before, after, isPhrase }: AroundFact, telling: Telling): readonly string[] {
  const { names } = telling;
  switch (fact.type) {
    case 'couple-introduced':
      return tellCouple(telling, coupleTitle(fact) ?? '', fact);
    case 'event-injected':
      return [tellEvent(telling, fact)];
    case 'scene-opened': {
      const events = after.events.filter(({ scene }) => scene === fact.scene);
      return [tellOpening(telling, fact.scene, fact.opening, events)];
    }
    case 'context-generated':
      return tellAlone(telling, fact.contexts, onlyKnows);
    case 'beat-narrated':
    case 'scene-closed':
      return tellNarration(telling, fact);
    case 'beat-appraised': {
      const isActor = isAwaited(fact, before);
      return [tellThought(telling, isActor ? '' : names[fact.partner], fact)];
    }
    case 'choice-made': {
      const beat = beatOf(before, fact);
      const name = names[fact.partner];
      const move = isPhrase ? tellPhrase(telling, name, fact.deed) : tellMove(telling, name, fact);
      const gap = isSilent(beat) ? '\n' : '';
      return [`${gap}${move}`, ...tellReason(telling, fact.reason), ...(beat ? tellOptions(telling, beat, fact.option) : [])];
    }
    case 'choice-missing': {
      const name = telling.style.bold((fact.partner === undefined ? 'nobody' : names[fact.partner]).toUpperCase());
      const gap = isSilent(beatOf(before, fact)) ? '\n' : '';
      return [`${gap}${name} lets the moment pass.`, tellMissing(telling, fact)];
    }
    case 'scene-summarized':
      return [`\n${telling.style.italic(paragraphs(telling, `In short: ${onOneLine(fact.summary)}`))}`];
    case 'relation-assessed':
      return tellDeltas(telling, before.relation, fact.deltas);
    case 'couple-changed':
      return [tellCoupleChange(telling, after.couple, fact, fact.quote)];
    case 'secret-told':
      return [
        tellSecret(
          telling,
          fact.partner,
          after.secrets.find(({ id }) => id === fact.id),
          fact.quote,
        ),
      ];
    case 'reflection-made':
      return [telling.style.dim(hanging(telling, `${names[fact.partner]} looks back: ${fact.reflection}`, '    ', '  '))];
    case 'commitment-scored':
      return [tellScore(telling, fact)];
    case 'scene-ended':
      return fact.ending === 'cut-short' ? [telling.style.yellow('The scene breaks off here.')] : [];
    case 'memories-kept':
    case 'memories-recalled':
      return [];
    case 'opening-missing':
    case 'context-missing':
    case 'beat-missing':
    case 'appraisal-missing':
    case 'closing-missing':
    case 'summary-missing':
    case 'assessment-missing':
    case 'reflection-missing':
    case 'memory-appraisal-missing':
    case 'judge-missing':
      return [tellMissing(telling, fact)];
    default:
      return fact satisfies never;
  }
}

/** Whether a fact is told beneath a later one: news and faults of an opening beneath the scene's heading, a thought beneath the move it leads to. */
export function isHeld(fact: RelationshipFact, before: RelationshipState): boolean {
  if (fact.type === 'event-injected' || fact.type === 'opening-missing') return true;
  return (fact.type === 'beat-appraised' || fact.type === 'appraisal-missing') && isAwaited(fact, before);
}

/** Whether facts that are held are told beneath this one. */
export function releasesHeld({ type }: RelationshipFact): boolean {
  return type === 'scene-opened' || type === 'choice-made' || type === 'choice-missing' || type === 'scene-ended';
}

/** Reads a recorded fact as one of a relationship; returns undefined for facts of other programs and of the runner. */
export function readFact(fact: { readonly type: string }): RelationshipFact | undefined {
  const parsed = relationshipFactSchema.safeParse(fact);
  return parsed.success ? parsed.data : undefined;
}

type Of<Type extends RelationshipFact['type']> = Extract<RelationshipFact, { readonly type: Type }>;
interface AtBeat {
  readonly scene: number;
  readonly beat?: number | undefined;
  readonly partner?: Partner | undefined;
}

/** Whether it is this partner's move, which is still to come. */
function isAwaited(fact: AtBeat, before: RelationshipState): boolean {
  const beat = beatOf(before, fact);
  return beat?.actor === fact.partner && beat?.choice === null;
}

function beatOf({ scenes }: RelationshipState, { scene, beat }: AtBeat): BeatRecord | undefined {
  return scenes.find((record) => record.scene === scene)?.beats.find((record) => record.beat === beat);
}

/** Whether nothing was narrated before the move. */
function isSilent(beat: BeatRecord | undefined): boolean {
  return beat !== undefined && [beat.narrative, beat.onlySees.A, beat.onlySees.B].every((text) => text.trim() === '');
}

function tellScore(telling: Telling, { scene, partner, score, reasoning }: Of<'commitment-scored'>): string {
  const { names, style } = telling;
  const head = style.yellow(`commitment after scene ${scene}: ${names[partner]} ${score.toFixed(1)}`);
  const reason = shortened(onOneLine(reasoning));
  return hanging(telling, reason === '' ? head : `${head} ${style.dim(`· ${reason}`)}`, '    ', '  ');
}

/** First sentences of a reason that fit into a few lines; the table `commitment` has the full text. */
function shortened(reason: string): string {
  if (reason.length <= LONGEST_REASON) return reason;
  const end = Math.max(...['. ', '! ', '? '].map((stop) => reason.lastIndexOf(stop, LONGEST_REASON - 2) + 1));
  return end > 0 ? `${reason.slice(0, end)} …` : truncate(reason, LONGEST_REASON);
}
