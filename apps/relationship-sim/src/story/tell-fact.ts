import {
  type BeatRecord,
  onOneLine,
  type Partner,
  type RelationshipFact,
  relationshipFactSchema,
  type RelationshipState,
  type SceneRecord,
  type StepObstacle,
} from '@entente/relationship';
import { coupleTitle } from '../report/placed-partners.js';
import { hanging, paragraphs } from './layout.js';
import { tellCoupleChange, tellDeltas, tellSecret } from './tell-changes.js';
import { tellMissing } from './tell-missing.js';
import { tellMove, tellNarration, tellOptions, tellPhrase, tellReason, tellThought } from './tell-moment.js';
import { onlyKnows, tellAlone, tellCouple, tellEvent, type Telling, tellOpening } from './tell-opening.js';

/** States of the run before and after a fact. Both are empty of what the story so far has not told. */
export interface AroundFact {
  readonly before: RelationshipState;
  readonly after: RelationshipState;
  /** Whether a choice is the phrase of a journal of the first version. */
  readonly isPhrase: boolean;
  /** Reason why the arc's step gave way, for a scene that stands in for one. @default none is told */
  readonly why?: StepObstacle | undefined;
}

/**
 * Formats a fact for the story; returns no lines for facts that only programs need. Facts that were held back are told beneath the first
 * line: beneath the opening of a scene, and beneath the options that stand before a move.
 */
export function tellFact(
  fact: RelationshipFact,
  { before, after, isPhrase, why }: AroundFact,
  telling: Telling,
): readonly string[] {
  const { names } = telling;
  switch (fact.type) {
    case 'couple-introduced':
      return tellCouple(telling, coupleTitle(fact) ?? '', fact);
    case 'event-injected':
      return [tellEvent(telling, fact)];
    case 'scene-opened':
      return [tellOpening(telling, fact, { events: after.events, couple: before.couple, why })];
    case 'context-generated':
      return tellAlone(telling, fact.contexts, onlyKnows);
    case 'beat-narrated':
    case 'scene-closed':
      return tellNarration(telling, fact);
    case 'beat-appraised':
      return [tellThought(telling, names[fact.partner], fact)];
    case 'choice-made': {
      const name = names[fact.partner];
      const move = isPhrase ? tellPhrase(telling, name, fact.deed) : tellMove(telling, name, fact);
      return [tellOffer(telling, beatOf(before, fact), fact.option), move, ...tellReason(telling, fact.reason)];
    }
    case 'choice-missing': {
      const name = telling.style.bold((fact.partner === undefined ? 'nobody' : names[fact.partner]).toUpperCase());
      return [tellOffer(telling, beatOf(before, fact), null), `${name} lets the moment pass.`, tellMissing(telling, fact)];
    }
    case 'scene-summarized': {
      const hasClosing = (sceneOf(after, fact)?.closing ?? null) !== null;
      return hasClosing ? [''] : [`\n${telling.style.italic(paragraphs(telling, `In short: ${onOneLine(fact.summary)}`))}`];
    }
    case 'relation-assessed':
      return tellDeltas(telling, before.relation, fact.deltas);
    case 'couple-changed':
      return isBrought(fact, before) ? [] : [tellCoupleChange(telling, after.couple, fact, fact.quote)];
    case 'secret-told':
      return [
        tellSecret(telling, fact, {
          text: before.secrets.find(({ id }) => id === fact.id)?.text ?? '',
          isOfOpening: sceneOf(before, fact)?.beats.length === 0,
        }),
      ];
    case 'reflection-made':
      return [telling.style.dim(hanging(telling, `${names[fact.partner]} looks back: ${fact.reflection}`, '    ', '  '))];
    case 'commitment-scored':
      return [tellScore(telling, fact)];
    case 'scene-ended':
      return [
        ...(fact.ending === 'cut-short' ? [telling.style.yellow('The scene breaks off here.')] : []),
        ...tellTurningPoint(telling, sceneOf(before, fact)),
      ];
    case 'settings-changed': // the heading of the fork tells them
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

/** Whether a fact waits for a later one: news and faults of an opening for the scene's heading, a thought for the move that it leads to. */
export function isHeld(fact: RelationshipFact, before: RelationshipState): boolean {
  if (fact.type === 'event-injected' || fact.type === 'opening-missing') return true;
  return (fact.type === 'beat-appraised' || fact.type === 'appraisal-missing') && isAwaited(fact, before);
}

/** Question of a move that was never made, for a run that stopped in the middle of it; undefined if nothing was offered. */
export function tellOpenQuestion(telling: Telling, { scenes }: RelationshipState): string | undefined {
  const beat = scenes.at(-1)?.beats.at(-1);
  return beat?.choice === null && beat.options.length > 0 ? tellOffer(telling, beat, null) : undefined;
}

/** Whether facts that are held are told with this one. */
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

function sceneOf({ scenes }: RelationshipState, { scene }: AtBeat): SceneRecord | undefined {
  return scenes.find((record) => record.scene === scene);
}

function beatOf(state: RelationshipState, at: AtBeat): BeatRecord | undefined {
  return sceneOf(state, at)?.beats.find(({ beat }) => beat === at.beat);
}

/** Whether the opening of the scene has told this change. */
function isBrought({ scene, fact, quote }: Of<'couple-changed'>, before: RelationshipState): boolean {
  const brings = sceneOf(before, { scene })?.opening.brings ?? [];
  return quote === null && brings.some((change) => change.fact === fact);
}

/** Empty line before a move, and the options that were offered. */
function tellOffer(telling: Telling, beat: BeatRecord | undefined, taken: string | null): string {
  const lines = beat === undefined ? [] : tellOptions(telling, telling.names[beat.actor], beat, taken);
  return lines.length === 0 ? '' : ['', ...lines].join('\n');
}

/** Turning point that the scene was written for, whatever the two made of it; no lines where the title names it. */
function tellTurningPoint(telling: Telling, scene: SceneRecord | undefined): readonly string[] {
  const { turningPoint = '', theme } = scene?.opening ?? {};
  if (turningPoint === '' || turningPoint === theme) return [];
  return [telling.style.dim(hanging(telling, `planned as: ${turningPoint}`, '    ', '  '))];
}

function tellScore(telling: Telling, { scene, partner, score, reasoning }: Of<'commitment-scored'>): string {
  const { names, style } = telling;
  const head = style.yellow(`commitment after scene ${scene}: ${names[partner]} ${score.toFixed(1)}`);
  const reason = onOneLine(reasoning);
  return hanging(telling, reason === '' ? head : `${head} ${style.dim(`· ${reason}`)}`, '    ', '  ');
}
