import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryRun, marksIn } from '../../test/arbitrary-facts.js';
import { recallableMemories } from '../memory/recallable-memories.js';
import { recallCueOf } from '../memory/recall-cue.js';
import { PARTNERS } from '../ports/partners.js';
import { applyRelationshipFact } from './apply-relationship-fact.js';
import { perspectiveOf } from './perspective.js';
import type { RelationshipFact } from './relationship-facts.js';
import { initialRelationshipState } from './relationship-state.js';
import { commitmentQuestionOf, stageOf, storySoFar, transcriptOf } from './stage-of.js';

const fold = (facts: readonly RelationshipFact[]) => facts.reduce(applyRelationshipFact, initialRelationshipState);

/** Only for their partner, and, at the end of a scene, for the judge of that partner. */
const OF_ONE_MIND = ['thought', 'reason', 'memory', 'story', 'of-other', 'detail'];
/** Of the scene under way, in the prompts of the director as it happens. */
const OF_THE_STAGE = ['goal', 'only-knows', 'context', 'event', 'only-sees', 'narrative', 'deed', 'words', 'situation'];

describe('over any run', () => {
  it('a partner learns nothing that only the other one knows', () => {
    let seen = 0;
    fc.assert(
      fc.property(arbitraryRun, (facts) => {
        const state = fold(facts);
        for (const partner of PARTNERS) {
          const known = [
            perspectiveOf(state, partner),
            recallCueOf(state, partner),
            recallableMemories(state, partner).map(({ memory }) => memory),
          ];
          const shown = marksIn(JSON.stringify(known));
          seen += shown.length;
          expect(
            shown.filter(({ reader }) => reader !== partner && reader !== 'both'),
            `told ${partner}`,
          ).toEqual([]);
        }
      }),
      { numRuns: 40 },
    );
    expect(seen).toBeGreaterThan(500);
  });

  it('the director knows the secrets of both, and none of their thoughts, reasons and memories', () => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(arbitraryRun, (facts) => {
        const state = fold(facts);
        const shown = marksIn(JSON.stringify([stageOf(state), storySoFar(state)]));
        shown.forEach(({ kind }) => kinds.add(kind));
        expect(shown.filter(({ kind }) => OF_ONE_MIND.includes(kind))).toEqual([]);
        const marks = new Set(shown.map(({ mark }) => mark));
        const ofScene = facts.slice(facts.findLastIndex(({ type }) => type === 'scene-ended') + 1);
        const wanted = marksIn(JSON.stringify(ofScene)).filter(({ kind }) => OF_THE_STAGE.includes(kind));
        expect(
          wanted.filter(({ mark }) => !marks.has(mark)),
          'kept from the director',
        ).toEqual([]);
      }),
      { numRuns: 40 },
    );
    for (const kind of [...OF_THE_STAGE, 'start-secret', 'reflection', 'summary']) expect(kinds).toContain(kind);
  });

  it('the judge of a partner learns the thoughts and reasons of that partner alone', () => {
    fc.assert(
      fc.property(arbitraryRun, (facts) => {
        const state = fold(facts);
        for (const partner of PARTNERS) {
          const asked = marksIn(JSON.stringify(commitmentQuestionOf(state, partner)));
          expect(asked.filter(({ reader, kind }) => OF_ONE_MIND.includes(kind) && reader !== partner)).toEqual([]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('summaries and the parts of a transcript for both hold what both may know', () => {
    fc.assert(
      fc.property(arbitraryRun, (facts) => {
        const { scenes, story } = fold(facts);
        const forBoth = scenes.flatMap((scene) =>
          transcriptOf(scene).map((item) => (typeof item !== 'string' && item.kind === 'narrated' ? item.text : item)),
        );
        expect(marksIn(JSON.stringify([story, forBoth])).filter(({ reader }) => reader !== 'both')).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
