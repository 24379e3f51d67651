import { newestWithin } from '../memory/working-memory.js';
import { type Partner, PARTNERS } from '../ports/partners.js';
import { applyToMinds } from './apply-to-minds.js';
import { applyCoupleChange, type CoupleFacts } from './couple-facts.js';
import { applyRelationDeltas } from './relation-states.js';
import type { RelationshipFact } from './relationship-facts.js';
import type { BeatRecord, RelationshipState, SceneRecord } from './relationship-state.js';
import type { Secret } from './secrets.js';
import { WEEKS_PER_MONTH } from './time-in-words.js';

/** Returns the state after a fact. Pure; a fact of an unknown kind changes nothing. */
export function applyRelationshipFact(state: RelationshipState, fact: RelationshipFact): RelationshipState {
  return applyToMinds(applyToRecord(state, fact), fact);
}

function applyToRecord(state: RelationshipState, fact: RelationshipFact): RelationshipState {
  switch (fact.type) {
    case 'couple-introduced':
      return {
        ...state,
        partners: fact.partners,
        roles: fact.roles,
        couple: fact.couple,
        settings: fact.settings,
        secrets: PARTNERS.flatMap((owner) =>
          fact.secrets[owner].map((text, index) => kept(`${owner}-start-${index + 1}`, owner, text, 0)),
        ),
      };
    case 'settings-changed':
      return { ...state, settings: fact.settings };
    case 'event-injected': {
      const { scene, event, knownTo } = fact;
      const [owner] = knownTo;
      const number = state.events.filter((earlier) => earlier.scene === scene).length + 1;
      const alone = knownTo.length === 1 && owner ? [kept(`${owner}-event-${scene}-${number}`, owner, event, scene)] : [];
      return { ...state, events: [...state.events, { scene, event, knownTo }], secrets: [...state.secrets, ...alone] };
    }
    case 'scene-opened': {
      const { scene, opening } = fact;
      const brought = PARTNERS.filter((owner) => opening.onlyKnows[owner] !== '').map((owner) =>
        kept(`${owner}-scene-${scene}`, owner, opening.onlyKnows[owner], scene),
      );
      return {
        ...state,
        scenes: [...state.scenes, openedScene(scene, opening)],
        secrets: [...state.secrets, ...brought],
        couple: monthsLater(state.couple, opening.weeks),
      };
    }
    case 'context-generated': {
      const { scene, contexts } = fact;
      const brought = PARTNERS.filter((owner) => contexts[owner] !== '').map((owner) =>
        kept(`${owner}-scene-${scene}-context`, owner, contexts[owner], scene),
      );
      return {
        ...changeScene(state, scene, (record) => ({ ...record, contexts })),
        secrets: [...state.secrets, ...brought],
      };
    }
    case 'couple-changed':
      return {
        ...state,
        couple: applyCoupleChange(state.couple, fact),
        changes: [...state.changes, { fact: fact.fact, to: fact.to }],
      };
    case 'relation-assessed':
      return {
        ...changeScene(state, fact.scene, (scene) => ({ ...scene, deltas: fact.deltas })),
        relation: applyRelationDeltas(state.relation, fact.deltas),
        couple: hasEnded(state, fact.deltas) ? { ...state.couple, stage: 'separated' } : state.couple,
      };
    case 'secret-told': {
      const { id, scene, quote } = fact;
      const secrets = state.secrets.map((secret) => (secret.id === id ? { ...secret, told: { scene, quote } } : secret));
      return { ...state, secrets };
    }
    case 'scene-closed': {
      const { narrative, onlySees } = fact;
      return changeScene(state, fact.scene, (scene) => ({ ...scene, closing: { narrative, onlySees } }));
    }
    case 'memories-recalled':
      return changeScene(state, fact.scene, (scene) => ({
        ...scene,
        recalled: { ...scene.recalled, [fact.partner]: [...scene.recalled[fact.partner], ...fact.memories.map(({ id }) => id)] },
      }));
    case 'beat-narrated': {
      const { beat, narrative, onlySees, actor, question, options } = fact;
      const narrated: BeatRecord = { beat, narrative, onlySees, actor, question, options, appraisals: {}, choice: null };
      return changeScene(state, fact.scene, (scene) => ({ ...scene, beats: [...scene.beats, narrated] }));
    }
    case 'beat-appraised':
      return changeBeat(state, fact.scene, fact.beat, (beat) => ({
        ...beat,
        appraisals: { ...beat.appraisals, [fact.partner]: { emotions: fact.emotions, thought: fact.thought } },
      }));
    case 'choice-made': {
      const { deed, words, tone, reason, option } = fact;
      return changeBeat(state, fact.scene, fact.beat, (beat) => ({ ...beat, choice: { deed, words, tone, reason, option } }));
    }
    case 'choice-missing':
      return changeBeat(withMissing(state, fact), fact.scene, fact.beat, (beat) => ({ ...beat, choice: 'missing' }));
    case 'scene-summarized': {
      const { scene, summary } = fact;
      const turningPoint = state.scenes.find((candidate) => candidate.scene === scene)?.opening.turningPoint ?? '';
      return {
        ...changeScene(state, scene, (record) => ({ ...record, summary })),
        story: newestWithin(
          [...state.story, { scene, turningPoint, summary }],
          state.settings.historyTokens,
          (entry) => entry.summary,
        ),
      };
    }
    case 'reflection-made':
      return changeScene(state, fact.scene, (scene) => ({
        ...scene,
        reflections: { ...scene.reflections, [fact.partner]: fact.reflection },
        ownStories: fact.story === '' ? scene.ownStories : { ...scene.ownStories, [fact.partner]: fact.story },
        seenOfOther: fact.ofOther === '' ? scene.seenOfOther : { ...scene.seenOfOther, [fact.partner]: fact.ofOther },
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
    case 'scene-ended': {
      const ended = changeScene(state, fact.scene, (scene) => ({ ...scene, ending: fact.ending }));
      return state.couple.stage === 'strangers' ? { ...ended, couple: { ...state.couple, stage: 'acquainted' } } : ended;
    }
    case 'memories-kept':
      return state;
    case 'opening-missing':
    case 'context-missing':
    case 'beat-missing':
    case 'closing-missing':
    case 'assessment-missing':
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

/** Partners are separated once a scene ended it between them; friends and family stay what they are. */
function hasEnded({ couple }: RelationshipState, deltas: SceneRecord['deltas']): boolean {
  return couple.bond === 'partners' && deltas.some(({ state, to }) => state === 'breakup' && to === 'hard');
}

function monthsLater(couple: CoupleFacts, weeks: number): CoupleFacts {
  return couple.months === undefined ? couple : { ...couple, months: couple.months + weeks / WEEKS_PER_MONTH };
}

function openedScene(scene: number, opening: SceneRecord['opening']): SceneRecord {
  return {
    scene,
    opening,
    contexts: null,
    recalled: { A: [], B: [] },
    beats: [],
    closing: null,
    deltas: [],
    summary: null,
    reflections: {},
    ownStories: {},
    seenOfOther: {},
    ending: 'under-way',
  };
}

function kept(id: string, owner: Partner, text: string, since: number): Secret {
  return { id, owner, text, since, told: null };
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
