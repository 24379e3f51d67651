import {
  applyCoupleChange,
  applyRelationshipFact,
  type CoupleFacts,
  factInWords,
  isRelationValue,
  type RelationshipFact,
  relationshipFactSchema,
  type RelationshipState,
  type ReplyMissing,
} from '@entente/relationship';
import type { StoryEntry } from '../../data/run-entries';
import { type CoupleStory, namesOf } from './couple-story';
import type { BeatStory, ChangeStory, SceneStory } from './scene-story';

/** Returns the story after a journal entry. Pure; facts of other programs and of the runner change nothing. */
export function addToStory(story: CoupleStory, entry: StoryEntry): CoupleStory {
  if (entry.type === 'run-forked')
    return { ...story, forkedAt: entry.step, scenes: story.scenes.map((scene) => ({ ...scene, isInherited: true })) };
  const parsed = relationshipFactSchema.safeParse(entry.fact);
  if (!parsed.success) return story;
  const state = applyRelationshipFact(story.state, parsed.data);
  return { ...tell({ ...story, state }, story.state, parsed.data, 'action' in entry.fact), state };
}

/** @param isPhrase whether a choice is the phrase of a journal of the first version */
function tell(story: CoupleStory, before: RelationshipState, fact: RelationshipFact, isPhrase: boolean): CoupleStory {
  switch (fact.type) {
    case 'couple-introduced':
      return { ...story, atFirst: fact.couple };
    case 'event-injected':
      return story.scenes.some(({ scene }) => scene === fact.scene)
        ? changeScene(story, fact.scene, (scene) => ({ ...scene, events: [...scene.events, fact] }))
        : { ...story, ahead: [...story.ahead, fact] };
    case 'scene-opened':
      return openScene(story, before, fact);
    case 'context-generated':
      return changeScene(story, fact.scene, (scene) => ({ ...scene, contexts: fact.contexts }));
    case 'memories-recalled': {
      const { beat, partner } = fact;
      const known = before.minds[partner].memories;
      const memories = fact.memories.map((recalled) => ({ ...recalled, memory: known.find(({ id }) => id === recalled.id) }));
      return changeScene(story, fact.scene, (scene) => ({
        ...scene,
        recalled: [...scene.recalled, { beat, partner, memories }],
      }));
    }
    case 'beat-narrated': {
      const { beat, narrative, onlySees, actor, question, options } = fact;
      const told: BeatStory = { beat, narrative, onlySees, actor, question, options, appraisals: {}, move: null };
      return changeScene(story, fact.scene, (scene) => ({ ...scene, beats: [...scene.beats, told] }));
    }
    case 'beat-appraised': {
      const { partner, emotions, thought } = fact;
      return changeBeat(story, fact, (beat) => ({
        ...beat,
        appraisals: { ...beat.appraisals, [partner]: { emotions, thought } },
      }));
    }
    case 'choice-made': {
      const { deed, words, tone, reason, option } = fact;
      return changeBeat(story, fact, (beat) => ({ ...beat, move: { deed, words, tone, reason, option, isPhrase } }));
    }
    case 'choice-missing':
      return changeBeat(missed(story, fact), fact, (beat) => ({ ...beat, move: 'missing' }));
    case 'scene-closed':
      return changeScene(story, fact.scene, (scene) => ({ ...scene, closing: fact }));
    case 'scene-summarized':
      return changeScene(story, fact.scene, (scene) => ({ ...scene, summary: fact.summary }));
    case 'reflection-made': {
      const { reflection, story: own, ofOther } = fact;
      return changeScene(story, fact.scene, (scene) => ({
        ...scene,
        reflections: { ...scene.reflections, [fact.partner]: { reflection, story: own, ofOther } },
      }));
    }
    case 'relation-assessed': {
      const changes = fact.deltas
        .filter(({ state, to }) => isRelationValue(state, to))
        .map(({ state, to, quote }): ChangeStory => ({ kind: 'state', state, from: before.relation[state], to, quote }));
      return changeScene(story, fact.scene, (scene) => ({
        ...scene,
        relation: story.state.relation,
        changes: [...scene.changes, ...changes],
      }));
    }
    case 'couple-changed': {
      const { brings } = before.scenes.find(({ scene }) => scene === fact.scene)?.opening ?? { brings: [] };
      if (fact.quote === null && brings.some((change) => change.fact === fact.fact)) return story; // told by the opening
      const text = factInWords(namesOf(story), story.state.couple, fact);
      return addChange(story, fact.scene, { kind: 'fact', text, quote: fact.quote ?? '' });
    }
    case 'secret-told': {
      const { id, partner: owner, quote } = fact;
      const text = before.secrets.find((secret) => secret.id === id)?.text ?? '';
      const isBefore = before.scenes.find(({ scene }) => scene === fact.scene)?.beats.length === 0;
      return addChange(story, fact.scene, { kind: 'secret', owner, id, text, quote, isBefore });
    }
    case 'commitment-scored': {
      const { partner, score, reasoning } = fact;
      return changeScene(story, fact.scene, (scene) => ({
        ...scene,
        commitment: { ...scene.commitment, [partner]: { score, reasoning } },
      }));
    }
    case 'judge-missing': {
      const { partner, reason, detail } = fact;
      if (partner === undefined) return missed(story, fact);
      return changeScene(story, fact.scene, (scene) => ({
        ...scene,
        commitment: { ...scene.commitment, [partner]: { score: null, missing: { reason, detail } } },
      }));
    }
    case 'scene-ended':
      return changeScene(story, fact.scene, (scene) => ({ ...scene, ending: fact.ending }));
    case 'settings-changed': // told with the fork
    case 'memories-kept':
      return story;
    case 'opening-missing':
    case 'context-missing':
    case 'beat-missing':
    case 'closing-missing':
    case 'assessment-missing':
    case 'appraisal-missing':
    case 'summary-missing':
    case 'reflection-missing':
    case 'memory-appraisal-missing':
      return missed(story, fact);
    default:
      fact satisfies never;
      return story;
  }
}

type Of<Type extends RelationshipFact['type']> = Extract<RelationshipFact, { readonly type: Type }>;

function openScene(story: CoupleStory, before: RelationshipState, { scene, opening }: Of<'scene-opened'>): CoupleStory {
  const opened: SceneStory = {
    scene,
    isInherited: false,
    opening,
    brought: broughtBy(story, before.couple, opening),
    events: story.ahead.filter((event) => event.scene === scene),
    contexts: { A: '', B: '' },
    beats: [],
    recalled: [],
    closing: null,
    summary: null,
    reflections: {},
    changes: [],
    relation: before.relation,
    commitment: {},
    missing: story.missingAhead.filter((missing) => missing.scene <= scene),
    ending: 'under-way',
  };
  return {
    ...story,
    scenes: [...story.scenes, opened],
    ahead: story.ahead.filter((event) => event.scene !== scene),
    missingAhead: story.missingAhead.filter((missing) => missing.scene > scene),
  };
}

/** Facts that an opening makes true and that were not true before. */
function broughtBy(story: CoupleStory, couple: CoupleFacts, { brings }: SceneStory['opening']): readonly string[] {
  return brings.flatMap((change) => {
    const after = applyCoupleChange(couple, change);
    return JSON.stringify(after) === JSON.stringify(couple) ? [] : [factInWords(namesOf(story), after, change)];
  });
}

function missed(story: CoupleStory, fact: ReplyMissing): CoupleStory {
  if (!story.scenes.some(({ scene }) => scene === fact.scene)) return { ...story, missingAhead: [...story.missingAhead, fact] };
  return changeScene(story, fact.scene, (scene) => ({ ...scene, missing: [...scene.missing, fact] }));
}

function addChange(story: CoupleStory, scene: number, change: ChangeStory): CoupleStory {
  return changeScene(story, scene, (told) => ({ ...told, changes: [...told.changes, change] }));
}

function changeScene(story: CoupleStory, number: number, change: (scene: SceneStory) => SceneStory): CoupleStory {
  return { ...story, scenes: story.scenes.map((scene) => (scene.scene === number ? change(scene) : scene)) };
}

function changeBeat(
  story: CoupleStory,
  at: { readonly scene: number; readonly beat?: number | undefined },
  change: (beat: BeatStory) => BeatStory,
): CoupleStory {
  return changeScene(story, at.scene, (scene) => ({
    ...scene,
    beats: scene.beats.map((beat) => (beat.beat === at.beat ? change(beat) : beat)),
  }));
}
