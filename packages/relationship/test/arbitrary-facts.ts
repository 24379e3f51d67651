import fc from 'fast-check';
import {
  byEmotion,
  byPartner,
  otherPartner,
  type Partner,
  PARTNERS,
  type RelationshipFact,
  UNKNOWN_COUPLE,
} from '../src/index.js';
import { introduced, openingWith } from './samples.js';

/** A unique text that names its readers and its kind: `<A:goal#17>`. */
const markOf = (readers: 'A' | 'B' | 'both', kind: string, number: number): string => `<${readers}:${kind}#${number}>`;

/** Marks in a text with their reader and kind. */
export function marksIn(text: string): readonly { readonly mark: string; readonly reader: string; readonly kind: string }[] {
  return [...text.matchAll(/<(A|B|both):([\w-]+)#\d+>/g)].map(([mark, reader = '', kind = '']) => ({ mark, reader, kind }));
}

const draw = fc.record({
  happens: fc.constantFrom('beat', 'beat', 'beat', 'end', 'context', 'told', 'recall'),
  partner: fc.constantFrom(...PARTNERS),
  isMissing: fc.boolean(),
});

/** Facts of a run, some scenes long, in which every text is marked with the partners who may know it. The last scene is under way. */
export const arbitraryRun: fc.Arbitrary<readonly RelationshipFact[]> = fc
  .array(draw, { minLength: 4, maxLength: 60 })
  .map((draws) => {
    let number = 0;
    let scene = 0;
    let beat = 0;
    const mark = (readers: 'A' | 'B' | 'both', kind: string): string => markOf(readers, kind, ++number);
    const each = (kind: string) => byPartner((partner) => mark(partner, kind));
    const facts: RelationshipFact[] = [
      introduced(
        { historyTokens: 500 },
        {
          couple: { ...UNKNOWN_COUPLE, story: mark('both', 'couple-story'), knows: each('knows') },
          secrets: byPartner((partner) => [mark(partner, 'start-secret')]),
        },
      ),
      ...PARTNERS.map((partner): RelationshipFact => ({
        type: 'memories-kept',
        ...{ scene: 0, partner },
        memories: [{ id: 'past-1', text: mark(partner, 'memory'), emotions: null, origin: { kind: 'past' } }],
      })),
    ];
    const event = (partner: Partner): void => {
      facts.push(
        { type: 'event-injected', scene, event: mark(partner, 'event'), knownTo: [partner] },
        { type: 'event-injected', scene, event: mark('both', 'event'), knownTo: PARTNERS },
      );
    };
    const open = (withEvents?: Partner): void => {
      scene += 1;
      beat = 0;
      if (withEvents) event(withEvents);
      const opening = openingWith({ situation: mark('both', 'situation'), onlyKnows: each('only-knows'), goals: each('goal') });
      facts.push({ type: 'scene-opened', scene, opening });
    };
    open();
    for (const { happens, partner, isMissing } of draws) {
      const other = otherPartner(partner);
      const felt = (who: Partner): RelationshipFact => ({
        type: 'beat-appraised',
        ...{ scene, beat, partner: who, emotions: byEmotion(() => 0.5), thought: mark(who, 'thought') },
      });
      switch (happens) {
        case 'beat': {
          beat += 1;
          const narrated = { narrative: mark('both', 'narrative'), onlySees: each('only-sees'), actor: partner };
          facts.push({ type: 'beat-narrated', scene, beat, ...narrated, question: mark(partner, 'question'), options: [] });
          facts.push(felt(partner));
          const move = { deed: mark('both', 'deed'), words: mark('both', 'words'), tone: mark('both', 'tone'), option: null };
          facts.push(
            isMissing
              ? { type: 'choice-missing', scene, beat, partner, reason: 'refusal', detail: mark(partner, 'detail') }
              : { type: 'choice-made', scene, beat, partner, ...move, reason: mark(partner, 'reason') },
            felt(other),
          );
          break;
        }
        case 'end':
          facts.push(
            { type: 'scene-closed', scene, narrative: mark('both', 'closing'), onlySees: each('only-sees') },
            ...(isMissing ? [] : [{ type: 'scene-summarized', scene, summary: mark('both', 'summary') } as const]),
            ...PARTNERS.flatMap((who): readonly RelationshipFact[] => [
              {
                type: 'reflection-made',
                ...{
                  scene,
                  partner: who,
                  reflection: mark(who, 'reflection'),
                  story: mark(who, 'story'),
                  ofOther: mark(who, 'of-other'),
                },
              },
              {
                type: 'memories-kept',
                ...{ scene, partner: who },
                memories: [
                  {
                    id: `scene-${scene}-reflection`,
                    text: mark(who, 'memory'),
                    emotions: null,
                    origin: { kind: 'reflection', scene },
                  },
                ],
              },
            ]),
            { type: 'scene-ended', scene, ending: 'played' },
          );
          open(isMissing ? partner : undefined);
          break;
        case 'context':
          if (beat === 0) facts.push({ type: 'context-generated', scene, contexts: each('context') });
          break;
        case 'told':
          facts.push({ type: 'secret-told', scene, partner, id: `${partner}-scene-${scene}`, quote: mark('both', 'quote') });
          break;
        case 'recall':
          facts.push({ type: 'memories-recalled', scene, beat: beat + 1, partner, memories: [{ id: 'past-1', score: 0.5 }] });
          break;
        default:
          happens satisfies never;
      }
    }
    return facts;
  });
