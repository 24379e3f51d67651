import { settleReply } from '@entente/llm-clients';
import {
  AS_LISTED,
  byPartner,
  type Cast,
  type Character,
  nameOfPartner,
  nextSceneNumber,
  PARTNERS,
  type RelationshipFact,
  type RelationshipState,
  stageOf,
  storySoFar,
  toMissingReply,
  UNKNOWN_COUPLE,
} from '@entente/relationship';
import { canonicalJson, type Scope } from '@entente/simulation-core';

/** Introduces the couple, what is true of it and what each keeps to itself, and the settings, before the first scene. */
export function introduceCouple({ actors, roles, couple, secrets, settings }: Cast): readonly RelationshipFact[] {
  return [
    {
      type: 'couple-introduced',
      partners: byPartner((partner) => characterOf(actors[partner])),
      roles: roles ?? AS_LISTED,
      couple: couple ?? UNKNOWN_COUPLE,
      secrets: secrets ?? { A: [], B: [] },
      settings,
    },
  ];
}

/** Returns the settings if others were in force until now: a fork plays on by its own. */
export function changeSettings(state: RelationshipState, scene: number, { settings }: Cast): readonly RelationshipFact[] {
  return canonicalJson({ ...state.settings }) === canonicalJson({ ...settings })
    ? []
    : [{ type: 'settings-changed', scene, settings }];
}

function characterOf(actor: Character): Character {
  const { name, persona, pronouns, age, occupation, traits, values, attachment, goals, dealbreakers, rules } = actor;
  const given = Object.entries({ pronouns, age, occupation, traits, values, attachment, goals, dealbreakers, rules });
  return { name, persona, ...Object.fromEntries(given.filter(([, value]) => value !== undefined)) };
}

/** Returns the events from outside that the settings put into a scene. An event without `knownTo` reaches both. */
export function eventsOf(state: RelationshipState, scene: number, { settings }: Cast): readonly RelationshipFact[] {
  return settings.events
    .filter((event) => event.scene === scene)
    .map(({ event, knownTo }) => ({
      type: 'event-injected',
      scene,
      event,
      knownTo: knownTo === undefined ? PARTNERS : PARTNERS.filter((partner) => knownTo.includes(nameOfPartner(state, partner))),
    }));
}

/** Opens a scene: the director sets it, knowing how the scenes before it ended. */
export async function openScene(
  scope: Scope,
  state: RelationshipState,
  { director }: Cast,
): Promise<readonly RelationshipFact[]> {
  const scene = nextSceneNumber(state);
  const story = storySoFar(state);
  const opening = scene === 1 ? await director.initialize(scope, story) : await director.nextScene(scope, story);
  const opened: RelationshipFact = { type: 'scene-opened', scene, opening };
  const told = toldFacts(state, scene, opening.told);
  const brought = opening.brings.map((change): RelationshipFact => ({ type: 'couple-changed', scene, ...change, quote: null }));
  return [
    ...(opening.defaulted ? [{ type: 'opening-missing', scene, ...opening.defaulted } as const] : []),
    opened,
    ...told,
    ...brought,
  ];
}

/** Gives each partner a private matter to bring into the scene. */
export async function giveContext(
  scope: Scope,
  state: RelationshipState,
  { director, settings }: Cast,
): Promise<readonly RelationshipFact[]> {
  if (!settings.context) return [];
  const stage = stageOf(state);
  const contexts = await settleReply(director.generateContext(scope, stage));
  if (!contexts.ok) return [{ type: 'context-missing', scene: stage.scene, ...toMissingReply(contexts.error) }];
  return [{ type: 'context-generated', scene: stage.scene, contexts: contexts.value }];
}

/** Facts of secrets that were told; an id that nobody keeps is left out. */
export function toldFacts(
  { secrets }: RelationshipState,
  scene: number,
  told: readonly { readonly id: string; readonly quote: string }[],
): readonly RelationshipFact[] {
  return told.flatMap(({ id, quote }) => {
    const secret = secrets.find((candidate) => candidate.id === id && candidate.told === null);
    return secret ? [{ type: 'secret-told', scene, partner: secret.owner, id, quote } as const] : [];
  });
}
