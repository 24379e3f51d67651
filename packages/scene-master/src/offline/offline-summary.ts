import type { OfflineRequest } from '@entente/llm-clients';
import { PARTNERS } from '@entente/relationship';
import { pickFrom, readTone, toneBalance } from '@entente/relationship/offline';
import { readDirection } from './read-direction.js';

const ENDINGS = {
  warm: [
    'They end closer than they began.',
    'Something was mended between them, and both know who began.',
    'They go home together and talk until late.',
  ],
  strained: [
    'Nothing was settled, and something between them is left unmended.',
    'They part for the night in silence.',
    'Both were right about something, and they are further apart than before.',
  ],
  even: [
    'Neither of them gave in; the question stays open.',
    'It was neither the worst evening nor the one they had hoped for.',
    'It is put off, as it was before.',
  ],
};

/** Summarizes the last action of each partner and draws an ending that fits the tone of the scene. */
export function offlineSummary(request: OfflineRequest, random: () => number): string {
  const direction = readDirection(request);
  const topic = direction.field('Kind').split('it turns on: ')[1] ?? 'what was between them';
  const did = PARTNERS.flatMap((partner) =>
    direction.deeds[partner].slice(-1).map((deed) => `${direction.names[partner]} chose to ${deed}.`),
  );
  const balance = toneBalance(readTone([...direction.deeds.A, ...direction.deeds.B].join('\n')));
  const ending = pickFrom(ENDINGS[balance > 0.15 ? 'warm' : balance < -0.15 ? 'strained' : 'even'], random);
  return `It was about the ${topic}. ${did.length > 0 ? did.join(' ') : 'Neither of them made a move.'} ${ending}`;
}
