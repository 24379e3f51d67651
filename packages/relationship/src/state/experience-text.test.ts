import { expect, test } from 'vitest';
import type { Experience } from '../ports/scene-actor.js';
import { UNKNOWN_COUPLE } from './couple-facts.js';
import { experienceText } from './experience-text.js';
import { feeling } from '../../test/samples.js';

const EXPERIENCES: readonly (readonly [Experience, readonly string[]])[] = [
  ['as it stands', ['as it stands']],
  [
    {
      kind: 'other',
      ...{ name: '<name>', knows: '<knows>', seen: ['<seen>'], life: { occupation: '<occupation>', work: 'retired' } },
      couple: {
        ...UNKNOWN_COUPLE,
        kind: '<kind>',
        living: 'apart',
        months: 37,
        children: 4,
        story: '<story>',
        agreed: ['<agreed>'],
      },
    },
    ['<name>', '<knows>', '<seen>', '<occupation>', 'retired', '<kind>', 'apart', '37', '4', '<story>', '<agreed>', 'together'],
  ],
  [{ kind: 'secret', text: '<secret>' }, ['<secret>']],
  [{ kind: 'story', scene: 1, turningPoint: '<point>', text: '<story>' }, ['<point>', '<story>']],
  [
    {
      kind: 'scene',
      ...{ scene: 1, other: '<other>', theme: '<theme>', setting: '<setting>', others: ['<x>', '<y>'], situation: '<situation>' },
    },
    ['<other>', '<theme>', '<setting>', '<x>', '<y>', '<situation>'],
  ],
  [{ kind: 'narrated', text: '<narrated>', alone: true }, ['<narrated>']],
  [
    { kind: 'deed', self: false, name: '<name>', deed: { deed: '<deed>', words: '<words>', tone: '<tone>' } },
    ['<name>', '<deed>', '<words>', '<tone>'],
  ],
  [{ kind: 'deed', self: false, name: '<name>', deed: null }, ['<name>']],
  [{ kind: 'felt', emotions: feeling({ fear: 0.8 }), thought: '<thought>' }, ['fear', '<thought>']],
];

test('the text of an experience holds everything that a prompt shows of it', () => {
  for (const [experience, shown] of EXPERIENCES) for (const part of shown) expect(experienceText(experience)).toContain(part);
});
