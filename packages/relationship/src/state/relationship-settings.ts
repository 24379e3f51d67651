import { z } from 'zod';
import {
  defineSettings,
  numberBetween,
  oneOf,
  schemaOfSection,
  type SettingsIn,
  wholeNumber,
  withGiven,
  yesOrNo,
} from '@entente/studies/settings';

const EVENTS = 'write a list of events, each with scene, event and, unless both learn of it, knownTo';

/** An event from outside as studies and forks write it: `{ scene: 4, event: …, knownTo: [Maya] }`. */
export const outsideEventSchema = z.strictObject(
  {
    scene: wholeNumber(1),
    event: z
      .string({ error: 'write a sentence' })
      .trim()
      .min(1, { error: 'write a sentence' })
      .max(1000, { error: 'write at most 1000 characters' }),
    /** Names of the partners who learn of it. */
    knownTo: z.array(z.string(), { error: 'write a list of names' }).min(1, { error: 'write a name' }).exactOptional(),
  },
  { error: EVENTS },
);

/**
 * Settings of what happens to a couple. Options, study files, `fork --set`, headers, lists of settings in force and tables of the docs derive
 * from these rows.
 */
export const RELATIONSHIP_SETTINGS = defineSettings({
  scenes: {
    schema: wholeNumber(1),
    help: 'number of scenes of a run',
    default: 10,
    flag: '--scenes <n>',
    spec: 'settings.scenes',
    fork: true,
  },
  interactionsPerScene: {
    schema: wholeNumber(2),
    help: 'number of moves of a scene, at least one of each partner; each takes three model calls one after another',
    default: 2,
    flag: '--interactions-per-scene <n>',
    spec: 'settings.interactionsPerScene',
    fork: true,
  },
  choices: {
    schema: oneOf(['free', 'offered']),
    help: 'whether partners choose freely or from options that the director offers',
    default: 'free',
    flag: '--choices <how>',
    spec: 'settings.choices',
    fork: true,
  },
  reflection: {
    schema: oneOf(['scene', 'off']),
    help: 'whether both partners look back after each scene (two calls per scene, off the critical path)',
    default: 'scene',
    spec: 'settings.reflection',
    fork: true,
  },
  partnerAppraisal: {
    schema: yesOrNo,
    help: 'whether each deed is appraised by the other partner (one call per beat, off the critical path)',
    default: true,
    spec: 'settings.partnerAppraisal',
    fork: true,
  },
  context: {
    schema: yesOrNo,
    help: 'whether the director gives each partner one more private matter to bring into a scene (one call per scene, off the critical path)',
    default: false,
    spec: 'settings.context',
    fork: true,
  },
  closing: {
    schema: yesOrNo,
    help: 'whether the director tells what comes of the last move of a scene (one call per scene)',
    default: true,
    flag: '--closing [bool]',
    spec: 'settings.closing',
    fork: true,
  },
  order: {
    schema: oneOf(['fixed', 'by-state']),
    help: 'whether scenes follow the arc, or whatever the state of the relationship allows; by-state, a break-up ends the run',
    default: 'fixed',
    flag: '--order <how>',
    spec: 'settings.order',
    fork: true,
  },
  arc: {
    schema: z.string({ error: 'write the name of an arc' }).min(1, { error: 'write the name of an arc' }),
    help: 'arc that scenes follow where the order is fixed; a longer run repeats it',
    default: 'ten-scenes',
    flag: '--arc <name>',
    spec: 'settings.arc',
    fork: true,
  },
  events: {
    schema: z.array(outsideEventSchema, { error: EVENTS }).readonly(),
    help: 'events from outside that are put into scenes, each with scene, event and knownTo',
    default: [],
    spec: 'settings.events',
    fork: true,
  },
  historyTokens: {
    schema: wholeNumber(500),
    help: 'maximum number of tokens of earlier scenes that a prompt shows to a partner or to the director; the scene under way is never cut',
    default: 3000,
    spec: 'settings.historyTokens',
    fork: true,
  },
  recalledMemories: {
    schema: wholeNumber(0),
    help: 'maximum number of long-term memories that each partner recalls before a beat, if any fits; 0 makes no call about memories',
    default: 1,
    spec: 'settings.recalledMemories',
    fork: true,
  },
  semanticWeight: {
    schema: numberBetween(0, 1),
    help: 'weight of meaning in recall (nothing is embedded where it is 0); weights are shares of their sum',
    default: 0.5,
    spec: 'settings.semanticWeight',
    fork: true,
  },
  emotionWeight: {
    schema: numberBetween(0, 1),
    help: 'weight of feeling in recall: eight emotions and their intensity',
    default: 0.25,
    spec: 'settings.emotionWeight',
    fork: true,
  },
  recencyWeight: {
    schema: numberBetween(0, 1),
    help: 'weight of recency in recall',
    default: 0.15,
    spec: 'settings.recencyWeight',
    fork: true,
  },
  noveltyWeight: {
    schema: numberBetween(0, 1),
    help: 'weight of novelty in recall: how little a memory has come to mind in this run, and how little it repeats others',
    default: 0.1,
    spec: 'settings.noveltyWeight',
    fork: true,
  },
});

/** Settings of a relationship simulation; part of a run's identity. `RELATIONSHIP_SETTINGS` explains each of them. */
export type RelationshipSettings = SettingsIn<typeof RELATIONSHIP_SETTINGS, 'settings'>;

export const DEFAULT_RELATIONSHIP_SETTINGS = withGiven(RELATIONSHIP_SETTINGS, 'settings', {}) as RelationshipSettings;

// Runs of the first version may have scenes of a single move.
const asRecorded = {
  ...RELATIONSHIP_SETTINGS,
  interactionsPerScene: { ...RELATIONSHIP_SETTINGS.interactionsPerScene, schema: wholeNumber(1) },
};

/** Reads settings from a header or a fact. A setting that is missing has its default. */
export const relationshipSettingsSchema = schemaOfSection(asRecorded, 'settings');
