import { byEmotion, type RelationshipFact } from '../src/index.js';
import { choiceWith, introduced, openingWith, pastMemory } from './samples.js';

export const calm = byEmotion((emotion) => (emotion === 'joy' ? 0.6 : 0.1));
export const missing = { reason: 'refusal', detail: 'I cannot.' } as const;

/** Ada and Ben, and a scene of two beats in which each has something of its own. */
export const SCENE: readonly RelationshipFact[] = [
  introduced({}, { secrets: { A: ['She has a second phone.'], B: [] } }),
  { type: 'memories-kept', scene: 0, partner: 'A', memories: [pastMemory('past-1', 'The sea.', calm)] },
  { type: 'event-injected', scene: 1, event: 'The lift is broken.', knownTo: ['A', 'B'] },
  { type: 'event-injected', scene: 1, event: 'The bank has called.', knownTo: ['B'] },
  {
    type: 'scene-opened',
    scene: 1,
    opening: openingWith({ onlyKnows: { A: 'She wrote the letter.', B: '' }, goals: { A: 'to stay', B: 'to go' } }),
  },
  { type: 'context-generated', scene: 1, contexts: { A: 'You have savings.', B: 'You have debts.' } },
  { type: 'memories-recalled', scene: 1, beat: 1, partner: 'A', memories: [{ id: 'past-1', score: 0.4 }] },
  {
    type: 'beat-narrated',
    ...{ scene: 1, beat: 1, actor: 'A', question: 'What now?', options: [] },
    narrative: 'It rains.',
    onlySees: { A: '', B: 'A stamp is torn.' },
  },
  { type: 'beat-appraised', scene: 1, beat: 1, partner: 'A', emotions: calm, thought: 'I like rain.' },
  {
    type: 'choice-made',
    ...{ scene: 1, beat: 1, partner: 'A' },
    ...choiceWith({ words: 'Warm, isn’t it?', tone: 'lightly', reason: 'To win time.' }),
  },
  { type: 'beat-appraised', scene: 1, beat: 1, partner: 'B', emotions: byEmotion(() => 0), thought: 'I hate rain.' },
  {
    type: 'beat-narrated',
    ...{ scene: 1, beat: 2, actor: 'B', question: 'And now?', options: [{ id: 'a', action: 'stay' }] },
    narrative: 'It stops.',
    onlySees: { A: '', B: '' },
  },
  { type: 'choice-missing', scene: 1, beat: 2, partner: 'B', ...missing },
  { type: 'scene-closed', scene: 1, narrative: 'The tap drips.', onlySees: { A: 'He is crying.', B: '' } },
];
