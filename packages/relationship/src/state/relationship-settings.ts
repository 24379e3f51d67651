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
    schema: wholeNumber(1),
    help: 'number of beats of a scene; each takes three model calls one after another',
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
    help: 'whether the watching partner is appraised too (one call per beat, off the critical path)',
    default: true,
    spec: 'settings.partnerAppraisal',
    fork: true,
  },
  context: {
    schema: yesOrNo,
    help: 'whether the director gives each partner a private matter to bring into a scene (one call per scene, off the critical path)',
    default: true,
    spec: 'settings.context',
    fork: true,
  },
  historyTokens: {
    schema: wholeNumber(500),
    help: 'maximum number of tokens of the past that a prompt shows to a partner or to the director',
    default: 3000,
    spec: 'settings.historyTokens',
    fork: true,
  },
  recalledMemories: {
    schema: wholeNumber(0),
    help: 'number of long-term memories that each partner recalls as a scene opens; 0 makes no call about memories',
    default: 3,
    spec: 'settings.recalledMemories',
    fork: true,
  },
  semanticWeight: {
    schema: numberBetween(0, 1),
    help: 'weight of meaning in recall, from 0 (feeling alone; nothing is embedded) to 1 (meaning alone)',
    default: 0.7,
    spec: 'settings.semanticWeight',
    fork: true,
  },
});

/** Settings of a relationship simulation; part of a run's identity. `RELATIONSHIP_SETTINGS` explains each of them. */
export type RelationshipSettings = SettingsIn<typeof RELATIONSHIP_SETTINGS, 'settings'>;

export const DEFAULT_RELATIONSHIP_SETTINGS = withGiven(RELATIONSHIP_SETTINGS, 'settings', {}) as RelationshipSettings;

/** Reads settings from a header or a fact. A setting that is missing has its default. */
export const relationshipSettingsSchema = schemaOfSection(RELATIONSHIP_SETTINGS, 'settings');
