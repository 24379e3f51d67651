import { createOfflineModel, messageText, nodeClock, type PromptCall } from '@entente/llm-clients';
import {
  byEmotion,
  type Choice,
  type CommitmentQuestion,
  type Scenario,
  type SceneOpening,
  type Stage,
  type TranscriptItem,
} from '@entente/relationship';
import { shippedMaterial } from '@entente/relationship/node';
import { describe, expect, test } from 'vitest';
import { complaintAboutAssessment } from '../checks/assessment-complaint.js';
import { complaintAboutOpening } from '../checks/opening-complaint.js';
import { complaintAboutBeat, complaintAboutParts, complaintAboutSummary } from '../checks/scene-complaints.js';
import { openingFrom } from '../opening-of.js';
import { assessScenePrompt } from '../prompts/assess-scene.js';
import { closeScenePrompt } from '../prompts/close-scene.js';
import { commitmentScorePrompt } from '../prompts/commitment-score.js';
import { directorWords } from '../prompts/director-words.js';
import { initializePrompt, nextScenePrompt } from '../prompts/open-scene.js';
import { progressPrompt } from '../prompts/progress.js';
import { summarizePrompt } from '../prompts/summarize.js';
import { transcriptLines } from '../prompts/transcript-lines.js';
import { ADA, BEN, castForAdaAndBen, FIRST, moved, OPENING, SCENARIO, SO_FAR, STAGE } from '../testing/ada-and-ben.js';
import { offlineResponders } from './offline-responders.js';

const direction = { partners: { A: ADA, B: BEN }, words: directorWords() };
const model = createOfflineModel({ responders: offlineResponders, clock: nodeClock });
async function ask<Value>(call: PromptCall<Value>, seed = 1): Promise<Value> {
  const { text } = await model.generate({ messages: call.messages, sampling: { seed } });
  return call.schema!.parse(JSON.parse(text));
}

const MARKS = { A: 'quartz marbles', B: 'velvet ledger' };
const secrets = [
  { id: 'A-start-1', owner: 'A', text: 'Ada keeps a box of quartz marbles under the stairs.', since: 0, told: null },
  { id: 'B-start-1', owner: 'B', text: 'Ben writes every evening in a velvet ledger.', since: 0, told: null },
] as const;
const event = { scene: 2, event: 'Ada has had a letter about quartz marbles.', knownTo: ['A'] } as const;
const news = { scene: 2, event: 'The lift is out of order.', knownTo: ['A', 'B'] } as const;
const soFar = { ...SO_FAR, secrets, events: [event, news] };

const say = (partner: 'A' | 'B', words: string, deed = 'puts the cup down', tone = ''): TranscriptItem =>
  moved(partner, { deed, words, tone });
const stageOf = (opening: SceneOpening, transcript: readonly TranscriptItem[]): Stage => ({
  ...STAGE,
  secrets,
  events: [event, news],
  opening,
  transcript,
});
const after = (...transcript: TranscriptItem[]) => stageOf(OPENING, transcript);

const MOVES: readonly (readonly TranscriptItem[])[] = [
  [say('A', 'I am sorry. I was wrong about it.'), say('B', 'Thank you. I am glad it is you.', 'takes Ada by the hand')],
  [say('B', 'You are pathetic, honestly.', 'rolls both eyes'), say('A', '', 'walks out')],
  [say('A', 'It is over between us. I am leaving you.')],
];

describe('over every scenario that ships', () => {
  const { scenarios } = shippedMaterial();

  test.each(scenarios.map((scenario) => [scenario.id, scenario] as const))('%s is played without a leak', async (_, scenario) => {
    const chosen = castForAdaAndBen(scenario);
    const later = await ask(nextScenePrompt.with({ ...direction, storySoFar: soFar, chosen }));
    expect(complaintAboutOpening(later, soFar, chosen)).toBeUndefined();
    const opening = openingFrom(later, chosen, direction.partners);
    expect(opening.situation).toContain(chosen.situation);
    expect(opening.situation).toContain(news.event);
    expect(opening.onlyKnows.A).toMatch(/Ada has had that news alone/);
    expect(opening.onlyKnows.B + opening.situation).not.toContain(event.event);
    expect(opening.onlyKnows.B).toBe(chosen.onlyKnows.B);
    const stage = stageOf(opening, MOVES[scenario.id.length % MOVES.length]!);
    const input = { ...direction, stage };
    const place = { ...FIRST, beat: 2, offerOptions: true };
    const beat = await ask(progressPrompt.with({ ...input, place }));
    const closing = await ask(closeScenePrompt.with(input));
    const { scene_summary } = await ask(summarizePrompt.with(input));
    const assessed = await ask(assessScenePrompt.with(input));
    expect(complaintAboutBeat(beat, stage, place)).toBeUndefined();
    expect(complaintAboutParts(closing, stage)).toBeUndefined();
    expect(complaintAboutSummary(scene_summary, stage)).toBeUndefined();
    const transcript = transcriptLines(direction.words, direction.partners, stage.transcript);
    expect(complaintAboutAssessment(assessed, stage, transcript)).toBeUndefined();
    const shared = JSON.stringify([later.situation, later.setting, later.theme, beat, closing, scene_summary]);
    expect(shared).not.toMatch(new RegExp(`${MARKS.A}|${MARKS.B}|\\{\\w+\\}|undefined`));
    expect(later.goal_A + later.only_A).not.toContain(MARKS.B);
    expect(later.goal_B + later.only_B).not.toContain(MARKS.A);
  });
});

test('a first scene is opened as the scenario has it', async () => {
  const chosen = castForAdaAndBen(SCENARIO);
  const opened = await ask(
    initializePrompt.with({ ...direction, storySoFar: { ...SO_FAR, scene: 1, story: [], events: [] }, chosen }),
  );
  expect(opened).toMatchObject({ situation: chosen.situation, setting: chosen.setting, only_A: chosen.onlyKnows.A, only_B: '' });
});

test('a scene echoes how the last one ended', async () => {
  const openingAfter = async (...transcript: TranscriptItem[]) => {
    const { scene_summary } = await ask(summarizePrompt.with({ ...direction, stage: after(...transcript) }));
    const story = [{ scene: 1, turningPoint: 'first date', summary: scene_summary }];
    const storySoFar = { ...soFar, story, events: [] };
    return (await ask(nextScenePrompt.with({ ...direction, storySoFar, chosen: castForAdaAndBen(SCENARIO) }))).situation;
  };
  const [good, bad] = [await openingAfter(...MOVES[0]!), await openingAfter(...MOVES[1]!)];
  expect(good).toMatch(/behind them|made it up|joke|gone well|more easily|laughed/);
  expect(bad).toMatch(/taken back|practical|brought (?:it )?up|quieter|not been mentioned/);
});

test('a summary tells who did and said what, and an ending that follows from it', async () => {
  const summaryOf = async (...transcript: TranscriptItem[]) =>
    (await ask(summarizePrompt.with({ ...direction, stage: after(...transcript) }))).scene_summary;
  expect(await summaryOf(...MOVES[0]!)).toMatch(/^Room for two\..*Ada .*sorry.*Ben takes Ada by the hand.*(good terms|closer)/);
  for (const [turn, end] of [
    [[say('B', 'You and your plans. Pathetic.')], /taken back|nothing settled|left standing/],
    [
      [say('B', 'You never listen.'), say('A', 'I am sorry.'), say('B', 'I see why you are. Thank you.')],
      /made it up|laid aside/,
    ],
    [[say('A', 'It is over between us.'), say('B', 'Thank you for saying it.')], /over between them/],
  ] as const)
    expect(await summaryOf(...turn)).toMatch(end);
  expect(await summaryOf(...MOVES[1]!)).not.toMatch(/good terms|closer|made it up/);
});

describe('an assessment', () => {
  const assess = (stage: Stage) => ask(assessScenePrompt.with({ ...direction, stage }));
  const stateOf = async (name: string, ...transcript: TranscriptItem[]) =>
    (await assess(after(...transcript))).states.find(({ state }) => state === name)?.to;

  test.each<[string, string | undefined, readonly TranscriptItem[]]>([
    ['conflict', 'active', [say('A', 'You never ask me.'), say('B', 'You always say that.')]],
    ['conflict', 'unresolved', [say('A', 'What now?'), say('B', 'You are pathetic.')]],
    ['conflict', 'repaired', [say('B', 'You never ask.'), say('A', 'I am sorry.'), say('B', 'Thank you. I am glad.')]],
    ['conflict', undefined, [say('A', 'Good.'), say('B', 'Thank you.')]],
    ['repair', 'attempted', [say('A', 'I am sorry.')]],
    ['repair', 'successful', [say('A', 'I am sorry.'), say('B', 'Thank you. I am glad.')]],
    ['repair', 'failed', [say('A', 'I am sorry.'), say('B', 'You are ridiculous.')]],
    ['alternatives', 'salient', [say('A', 'It would be easier alone.')]],
    ['clarity', 'explicit', [say('A', 'I love you.')]],
    ['breakup', 'hard', [say('A', 'It is over between us.')]],
    ['breakup', 'soft', [say('A', 'I need a break.')]],
    ['breakup', undefined, [say('A', 'You never ask.', 'slams the door')]],
    ['breakup', undefined, [say('A', 'Will this rain never end?', 'is leaving for good')]],
  ])('%s is %s', async (name, to, transcript) => {
    expect(await stateOf(name, ...transcript)).toBe(to);
  });

  test('leaves out what is so already', async () => {
    const stage = after(say('A', 'I am sorry.'));
    expect((await assess({ ...stage, relation: { ...stage.relation, repair: 'attempted' } })).states).toEqual([]);
  });

  test('brings about a fact only if one proposed it and the other said yes', async () => {
    const yes = [say('A', 'Will you move in with me?'), say('B', 'Yes. I have waited for you to ask.')];
    expect((await assess(after(...yes))).facts).toEqual(
      [{ fact: 'living', to: 'together', quote: yes[1] && 'I have waited for you to ask.' }].map((fact) => ({
        ...fact,
        quote: expect.any(String) as string,
      })),
    );
    for (const no of [[yes[0]!], [yes[0]!, say('B', 'Not now.')], [yes[0]!, say('A', 'Yes?')], [say('B', 'Yes.')]])
      expect((await assess(after(...no))).facts).toEqual([]);
  });

  test('separates two only where one of them says it', async () => {
    const opening: SceneOpening = { ...OPENING, mayBring: [{ fact: 'stage', to: 'separated' }] };
    const ended = await assess(stageOf(opening, [say('A', 'It is over between us.')]));
    expect(ended.facts).toMatchObject([{ fact: 'stage', to: 'separated' }]);
    expect((await assess(stageOf(opening, [say('A', 'You never ask.', 'walks out')]))).facts).toEqual([]);
  });

  test('counts a secret as told once its owner says four words of it', async () => {
    const told = await assess(after(say('A', 'I keep a box of quartz marbles. There.')));
    expect(told.told).toEqual([{ id: 'A-start-1', quote: 'I keep a box of quartz marbles.' }]);
    expect((await assess(after(say('B', 'Ada has a box of quartz things.')))).told).toEqual([]);
  });
});

test('within a run no reaction comes twice until all have come', async () => {
  const told: string[] = [];
  for (let scene = 2; scene <= 4; scene++)
    for (let seed = 1; seed <= 8; seed++) {
      const stage = { ...after(say('B', `So ${scene * 10} euros.`, 'counts the coins')), scene };
      const { narrative } = await ask(progressPrompt.with({ ...direction, stage, place: { ...FIRST, beat: 2, beats: 4 } }), seed);
      if (narrative !== '') told.push(narrative);
    }
  expect(new Set(told).size).toBe(3);
});

test('who may move, moves', async () => {
  for (const mayAct of [['A'], ['B']] as const)
    for (let seed = 0; seed < 8; seed++)
      expect((await ask(progressPrompt.with({ ...direction, stage: STAGE, place: { ...FIRST, mayAct } }), seed)).actor).toBe(
        mayAct[0],
      );
});

describe('the offline judge', () => {
  const meanScore = async (stage: Stage, partner: 'A' | 'B', thoughts: CommitmentQuestion['thoughts'] = []) => {
    const call = commitmentScorePrompt.with({ ...direction, question: { ...stage, partner, thoughts } });
    const scores = await Promise.all(Array.from({ length: 24 }, (_, seed) => ask(call, seed)));
    return scores.reduce((sum, { score }) => sum + score, 0) / scores.length;
  };
  const treated = (choice: Partial<Choice>) => meanScore(after(moved('B', choice)), 'A');

  test('lowers the score for contempt more than it raises it for warmth', async () => {
    const [warm, plain, contempt] = [
      await treated({ deed: 'kisses Ada', words: 'I am glad it is you.' }),
      await treated({ deed: 'counts the coins' }),
      await treated({ deed: 'rolls both eyes', words: 'You are pathetic.' }),
    ];
    expect(warm).toBeGreaterThan(plain + 0.1);
    expect(plain - contempt).toBeGreaterThan(1.5 * (warm - plain));
  });

  test('follows what was felt and earlier scenes', async () => {
    const calm = after(say('B', 'So.'));
    const felt = (name: 'joy' | 'anger') =>
      meanScore(calm, 'A', [
        { kind: 'felt', beat: 1, emotions: byEmotion((emotion) => (emotion === name ? 0.9 : 0)), thought: 'So.' },
      ]);
    expect(await felt('joy')).toBeGreaterThan((await felt('anger')) + 0.2);
    const quarrel = {
      scene: 1,
      turningPoint: 'first date',
      summary: 'Ben rolls both eyes and says: "Pathetic." Nothing has been taken back.',
    };
    expect(await meanScore({ ...calm, story: [quarrel, quarrel] }, 'A')).toBeLessThan((await meanScore(calm, 'A')) - 0.5);
  });

  test('puts one who has left near the bottom, also in the scenes after it', async () => {
    const left = after(say('A', 'It is over between us.'));
    expect(await meanScore(left, 'A')).toBeLessThan(2.5);
    expect(await meanScore(left, 'B')).toBeGreaterThan(await meanScore(left, 'A'));
    const { scene_summary } = await ask(summarizePrompt.with({ ...direction, stage: left }));
    const next = { ...after(say('B', 'So.')), story: [{ scene: 1, turningPoint: 'first date', summary: scene_summary }] };
    expect(await meanScore(next, 'A')).toBeLessThan(2.5);
  });
});

test('no message of a prompt holds the mark of a template', () => {
  const scenario: Scenario = { ...SCENARIO, onlyB: '{B} waits.' };
  const call = nextScenePrompt.with({ ...direction, storySoFar: soFar, chosen: castForAdaAndBen(scenario) });
  expect(call.messages.map(messageText).join('\n')).not.toMatch(/\{[AB]\}/);
});
