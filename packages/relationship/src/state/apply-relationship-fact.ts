import { byPartner, type Partner, PARTNERS } from '../ports/partners.js';
import { perceivedLines } from './perceived-lines.js';
import type { RelationshipFact } from './relationship-facts.js';
import type { BeatRecord, Mind, RelationshipState, SceneRecord } from './relationship-state.js';
import { appendLines, newestLines } from '../memory/working-memory.js';

/** Returns the state after a fact. Pure; a fact of an unknown kind changes nothing. */
export function applyRelationshipFact(state: RelationshipState, fact: RelationshipFact): RelationshipState {
  return applyToMinds(applyToRecord(state, fact), fact);
}

function applyToRecord(state: RelationshipState, fact: RelationshipFact): RelationshipState {
  switch (fact.type) {
    case 'couple-introduced':
      return { ...state, partners: fact.partners, settings: fact.settings };
    case 'scene-opened':
      return { ...state, scenes: [...state.scenes, openedScene(fact.scene, fact.opening)] };
    case 'context-generated':
      return changeScene(state, fact.scene, (scene) => ({ ...scene, contexts: fact.contexts }));
    case 'memories-recalled':
      return changeScene(state, fact.scene, (scene) => ({
        ...scene,
        recalled: { ...scene.recalled, [fact.partner]: fact.memories.map(({ id }) => id) },
      }));
    case 'beat-narrated': {
      const { beat, narrative, actor, question, options } = fact;
      const narrated: BeatRecord = { beat, narrative, actor, question, options, appraisals: {}, choice: null };
      return changeScene(state, fact.scene, (scene) => ({ ...scene, beats: [...scene.beats, narrated] }));
    }
    case 'beat-appraised':
      return changeBeat(state, fact.scene, fact.beat, (beat) => ({
        ...beat,
        appraisals: { ...beat.appraisals, [fact.partner]: { emotions: fact.emotions, thought: fact.thought } },
      }));
    case 'choice-made':
      return changeBeat(state, fact.scene, fact.beat, (beat) => ({
        ...beat,
        choice: { action: fact.action, option: fact.option },
      }));
    case 'choice-missing':
      return changeBeat(withMissing(state, fact), fact.scene, fact.beat, (beat) => ({ ...beat, choice: 'missing' }));
    case 'scene-summarized':
      return {
        ...changeScene(state, fact.scene, (scene) => ({ ...scene, summary: fact.summary })),
        story: appendLines(state.story, [storyLine(state, fact.scene, fact.summary)], state.settings.historyTokens),
      };
    case 'reflection-made':
      return changeScene(state, fact.scene, (scene) => ({
        ...scene,
        reflections: { ...scene.reflections, [fact.partner]: fact.reflection },
      }));
    case 'commitment-scored': {
      const { scene, partner, score, reasoning } = fact;
      return { ...state, commitments: [...state.commitments, { scene, partner, score, reasoning }] };
    }
    case 'judge-missing': {
      const { scene, partner, reason, detail } = fact;
      const noted = withMissing(state, fact);
      if (partner === undefined) return noted;
      return { ...noted, commitments: [...noted.commitments, { scene, partner, score: null, missing: { reason, detail } }] };
    }
    case 'scene-ended':
      return changeScene(state, fact.scene, (scene) => ({ ...scene, ending: fact.ending }));
    case 'memories-kept':
      return state;
    case 'opening-missing':
    case 'context-missing':
    case 'beat-missing':
    case 'appraisal-missing':
    case 'summary-missing':
    case 'reflection-missing':
    case 'memory-appraisal-missing':
      return withMissing(state, fact);
    default:
      fact satisfies never;
      return state;
  }
}

function applyToMinds(state: RelationshipState, fact: RelationshipFact): RelationshipState {
  const minds = byPartner((partner) => changeMind(state, partner, fact));
  return PARTNERS.every((partner) => minds[partner] === state.minds[partner]) ? state : { ...state, minds };
}

function changeMind(state: RelationshipState, partner: Partner, fact: RelationshipFact): Mind {
  const mind = state.minds[partner];
  const budget = state.settings.historyTokens;
  // A scene begins with room to grow, so that the beginning of its prompts stays the same while it is played.
  if (fact.type === 'scene-ended') return { ...mind, history: newestLines(mind.history, Math.floor(budget / 2)) };
  if (fact.type === 'memories-kept' && fact.partner === partner)
    return { ...mind, memories: [...mind.memories, ...fact.memories] };
  const lines = perceivedLines(state, partner, fact);
  if (lines.length === 0) return mind;
  const history = appendLines(mind.history, lines, budget);
  return fact.type === 'beat-appraised' ? { ...mind, history, mood: fact.emotions } : { ...mind, history };
}

function openedScene(scene: number, opening: SceneRecord['opening']): SceneRecord {
  return { scene, opening, contexts: null, recalled: {}, beats: [], summary: null, reflections: {}, ending: 'under-way' };
}

function storyLine(state: RelationshipState, scene: number, summary: string): string {
  const turningPoint = state.scenes.find((candidate) => candidate.scene === scene)?.opening.turningPoint;
  return `Scene ${scene}${turningPoint ? ` (${turningPoint})` : ''}: ${summary}`;
}

function withMissing(state: RelationshipState, fact: RelationshipState['missing'][number]): RelationshipState {
  return { ...state, missing: [...state.missing, fact] };
}

function changeScene(state: RelationshipState, number: number, change: (scene: SceneRecord) => SceneRecord): RelationshipState {
  return { ...state, scenes: state.scenes.map((scene) => (scene.scene === number ? change(scene) : scene)) };
}

function changeBeat(
  state: RelationshipState,
  scene: number,
  number: number | undefined,
  change: (beat: BeatRecord) => BeatRecord,
): RelationshipState {
  return changeScene(state, scene, (record) => ({
    ...record,
    beats: record.beats.map((beat) => (beat.beat === number ? change(beat) : beat)),
  }));
}
