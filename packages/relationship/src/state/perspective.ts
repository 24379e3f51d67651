import type { Experience } from '../ports/scene-actor.js';
import { otherPartner, type Partner } from '../ports/partners.js';
import type { RelationshipFact } from './relationship-facts.js';
import { nameOfPartner, type RelationshipState } from './relationship-state.js';
import { secretsInView } from './secrets.js';
import { sceneUnderWay } from './stage-of.js';

/** Number of sentences about the other one's character that a partner's prompts show. */
const SEEN_OF_OTHER = 4;

/**
 * Returns everything that a partner knows, as its prompts show it: the other one and the facts of the two, what this partner keeps to
 * itself, the earlier scenes (the newest ones moment by moment, the others in its own words), and the whole scene under way. Nothing that
 * only the other one knows is in it. The list only grows during a scene.
 */
export function perspectiveOf(state: RelationshipState, partner: Partner): readonly Experience[] {
  const { story, past, present } = state.minds[partner];
  const whole = new Set(past.flatMap((moment) => (typeof moment !== 'string' && moment.kind === 'scene' ? [moment.scene] : [])));
  const told = story.filter(({ scene }) => !whole.has(scene));
  return [...cardOf(state, partner), ...secretsFromBefore(state, partner), ...told, ...past, ...present];
}

function cardOf(state: RelationshipState, partner: Partner): readonly Experience[] {
  const other = otherPartner(partner);
  const { name, pronouns } = state.partners?.[other] ?? {};
  if (name === undefined) return [];
  const { couple } = state;
  const { occupation, work } = couple.lives[other];
  const seen = state.minds[partner].seen.slice(-SEEN_OF_OTHER);
  return [
    {
      kind: 'other',
      name,
      pronouns,
      couple: withoutMinds(couple),
      life: { occupation, work },
      hasNewWork: hasNewWork(state, other) || undefined,
      ownWork: hasNewWork(state, partner) ? couple.lives[partner].work : undefined,
      knows: couple.knows[partner],
      seen,
    },
  ];
}

function hasNewWork({ changes }: RelationshipState, partner: Partner): boolean {
  return changes.some(({ fact }) => fact === `${partner}.work`);
}

/** The facts that both know, without what either has seen of the other. */
function withoutMinds(couple: RelationshipState['couple']): RelationshipState['couple'] {
  return { ...couple, knows: { A: '', B: '' } };
}

/** Secrets that came up before the scene under way; those of the scene itself stand among its moments. */
function secretsFromBefore(state: RelationshipState, partner: Partner): readonly Experience[] {
  const scene = sceneUnderWay(state)?.scene ?? Infinity;
  return secretsInView(state.secrets, partner, scene)
    .filter(({ since }) => since < scene)
    .map(({ text, since }) => ({ kind: 'secret', text, since: since > 0 ? since : undefined }));
}

/** Moments that a fact adds to one partner's scene. */
export function perceivedMoments(state: RelationshipState, partner: Partner, fact: RelationshipFact): readonly Experience[] {
  switch (fact.type) {
    case 'scene-opened': {
      const { theme, setting, others, situation, goals, onlyKnows } = fact.opening;
      const other = nameOfPartner(state, otherPartner(partner));
      // The director may have taken the event over word for word.
      const isTold = (event: string): boolean => [situation, onlyKnows[partner]].some((text) => text.includes(event));
      const events = state.events
        .filter(({ scene, knownTo, event }) => scene === fact.scene && knownTo.includes(partner) && !isTold(event))
        .map(({ event, knownTo }): Experience => ({ kind: 'event', text: event, alone: knownTo.length === 1 }));
      return [
        { kind: 'scene', scene: fact.scene, other, theme, setting, others, situation },
        ...events,
        ...(onlyKnows[partner] === '' ? [] : [{ kind: 'secret', text: onlyKnows[partner] } as const]),
        { kind: 'wish', text: goals[partner] },
      ];
    }
    case 'context-generated':
      return fact.contexts[partner] === '' ? [] : [{ kind: 'secret', text: fact.contexts[partner] }];
    case 'memories-recalled':
      return fact.partner === partner ? fact.memories.flatMap(({ id }) => remembered(state, partner, id)) : [];
    case 'beat-narrated':
    case 'scene-closed':
      return [
        ...(fact.narrative === '' ? [] : [{ kind: 'narrated', text: fact.narrative, alone: false } as const]),
        ...(fact.onlySees[partner] === '' ? [] : [{ kind: 'narrated', text: fact.onlySees[partner], alone: true } as const]),
      ];
    case 'beat-appraised':
      return fact.partner === partner ? [{ kind: 'felt', emotions: fact.emotions, thought: fact.thought }] : [];
    case 'choice-made': {
      const { deed, words, tone, reason } = fact;
      const self = fact.partner === partner;
      const move: Experience = { kind: 'deed', self, name: nameOfPartner(state, fact.partner), deed: { deed, words, tone } };
      return self && reason !== '' ? [move, { kind: 'reason', text: reason }] : [move];
    }
    case 'choice-missing':
      return fact.partner
        ? [{ kind: 'deed', self: fact.partner === partner, name: nameOfPartner(state, fact.partner), deed: null }]
        : [];
    case 'reflection-made':
      return fact.partner === partner ? [{ kind: 'reflection', text: fact.reflection }] : [];
    default:
      return [];
  }
}

function remembered(state: RelationshipState, partner: Partner, id: string): readonly Experience[] {
  const memory = state.minds[partner].memories.find((candidate) => candidate.id === id);
  return memory ? [{ kind: 'memory', text: memory.text }] : [];
}
