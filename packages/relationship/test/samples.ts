import {
  byEmotion,
  type Choice,
  DEFAULT_RELATIONSHIP_SETTINGS,
  type Emotions,
  type LongTermMemory,
  type RelationshipFact,
  type RelationshipSettings,
  type SceneOpening,
  UNKNOWN_COUPLE,
} from '../src/index.js';

/** A state with the given strengths and nothing else. */
export const feeling = (felt: Partial<Emotions>): Emotions => byEmotion((emotion) => felt[emotion] ?? 0);

export const pastMemory = (id: string, text: string, emotions: Emotions | null = null): LongTermMemory => ({
  id,
  text,
  emotions,
  origin: { kind: 'past' },
});

/** Opening of a scene in which nothing is said of anything. */
export const openingWith = (given: Partial<SceneOpening> = {}): SceneOpening => ({
  ...{ category: 'Modern Life', turningPoint: 'rise of the rent', scenario: 'modern-budget', swapped: false, weeks: 0 },
  ...{ theme: 'Room for two', setting: 'The kitchen.', others: [], situation: 'A letter lies there.' },
  ...{ conflict: 'One would move.', uses: [], brings: [], mayBring: [], told: [] },
  onlyKnows: { A: '', B: '' },
  goals: { A: 'to stay', B: 'to go' },
  ...given,
});

export const choiceWith = (given: Partial<Choice> = {}): Choice => ({
  ...{ deed: 'opens the window', words: '', tone: '', reason: '', option: null },
  ...given,
});

/** First fact of a run of Ada and Ben. */
export const introduced = (
  settings: Partial<RelationshipSettings> = {},
  more: Partial<Extract<RelationshipFact, { type: 'couple-introduced' }>> = {},
): RelationshipFact => ({
  type: 'couple-introduced',
  partners: { A: { name: 'Ada', persona: 'Ada is calm.' }, B: { name: 'Ben', persona: 'Ben is not.' } },
  roles: { A: 0, B: 1 },
  couple: UNKNOWN_COUPLE,
  secrets: { A: [], B: [] },
  settings: { ...DEFAULT_RELATIONSHIP_SETTINGS, ...settings },
  ...more,
});
