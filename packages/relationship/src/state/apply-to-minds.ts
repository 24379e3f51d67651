import { newestWithin, roughTokens } from '../memory/working-memory.js';
import { byPartner, type Partner, PARTNERS } from '../ports/partners.js';
import type { Experience } from '../ports/scene-actor.js';
import { experienceText } from './experience-text.js';
import { perceivedMoments } from './perspective.js';
import type { RelationshipFact } from './relationship-facts.js';
import type { Mind, RelationshipState } from './relationship-state.js';

/** Returns the state with both minds after a fact: scenes as each lives through them, and the memories that stay. */
export function applyToMinds(state: RelationshipState, fact: RelationshipFact): RelationshipState {
  const minds = byPartner((partner) => changeMind(state, partner, fact));
  return PARTNERS.every((partner) => minds[partner] === state.minds[partner]) ? state : { ...state, minds };
}

function changeMind(state: RelationshipState, partner: Partner, fact: RelationshipFact): Mind {
  const mind = state.minds[partner];
  if (fact.type === 'scene-ended') return mindAfterScene(state, partner);
  if (fact.type === 'memories-kept' && fact.partner === partner)
    return { ...mind, memories: [...mind.memories, ...fact.memories] };
  const moments = perceivedMoments(state, partner, fact);
  if (moments.length === 0) return mind;
  const present = [...mind.present, ...moments];
  return fact.type === 'beat-appraised' ? { ...mind, present, mood: fact.emotions } : { ...mind, present };
}

/** Older scenes give way, never moments of the scene under way; so the beginning of prompts stays the same while a scene is played. */
function mindAfterScene(state: RelationshipState, partner: Partner): Mind {
  const mind = state.minds[partner];
  const { historyTokens } = state.settings;
  const scene = state.scenes.at(-1);
  if (!scene) return mind;
  const { turningPoint } = scene.opening;
  const told = scene.ownStories[partner] ?? scene.summary ?? turningPoint;
  const seen = scene.seenOfOther[partner] ?? '';
  const story = newestWithin(
    [...mind.story, { kind: 'story', scene: scene.scene, turningPoint, text: told } as const],
    historyTokens / 2,
    experienceText,
  );
  return {
    ...mind,
    story,
    seen: seen === '' ? mind.seen : [...mind.seen, seen],
    past: wholeScenesWithin([...mind.past, ...mind.present.filter(isLasting)], historyTokens - tokensOf(story)),
    present: [],
  };
}

/**
 * Whether a moment stays after its scene. A secret does not: it is told of as a secret for as long as it is kept. Neither does an aim of the
 * scene, nor a memory that came to mind, which may come back.
 */
function isLasting(moment: Experience): boolean {
  if (typeof moment === 'string') return true;
  return !['secret', 'wish', 'memory'].includes(moment.kind) && !(moment.kind === 'event' && moment.alone);
}

function tokensOf(experiences: readonly Experience[]): number {
  return experiences.reduce((sum, experience) => sum + roughTokens(experienceText(experience)), 0);
}

/** The newest scenes that fit into a token budget, each whole, so that no moment stands there without its scene. */
function wholeScenesWithin(moments: readonly Experience[], budgetTokens: number): readonly Experience[] {
  const newest = newestWithin(moments, budgetTokens, experienceText);
  const begin = newest.findIndex((moment) => typeof moment !== 'string' && moment.kind === 'scene');
  return begin === -1 ? [] : newest.slice(begin);
}
