import { byEmotion, type Emotion, type Experience } from '@entente/relationship';
import { mainTone, readTone, toneBalance } from '@entente/relationship/offline';
import { expect, test } from 'vitest';
import {
  ANXIOUS,
  appraisals,
  AVOIDANT,
  benDoes,
  choices,
  mean,
  person,
  reflections,
  sceneWith,
  SECURE,
  textOf,
} from '../../test/one-scene.js';

const felt = async (emotion: Emotion, character: typeof SECURE, ...moments: readonly Experience[]) =>
  mean((await appraisals(character, sceneWith(...moments))).map(({ emotions }) => emotions[emotion]));
const share = async (kind: string, character: typeof SECURE, ...moments: readonly Experience[]) =>
  mean((await choices(character, sceneWith(...moments))).map((move) => (mainTone(textOf(move)) === kind ? 1 : 0)));
const balance = async (character: typeof SECURE, ...moments: readonly Experience[]) =>
  mean((await choices(character, sceneWith(...moments))).map((move) => toneBalance(readTone(textOf(move)))));

const SORRY = benDoes('sits down', 'I am sorry. I was wrong about the flat.');
const SCORN = benDoes('rolls both eyes', 'You are pathetic, and everybody sees it.');
const BLAME = benDoes('points at the letter', 'You never ask. You always do this.');
const GONE = benDoes('turns away and says nothing');

test('an anxious person is more afraid and clings more, most of all when the other one withdraws', async () => {
  expect(await felt('fear', ANXIOUS)).toBeGreaterThan((await felt('fear', SECURE)) + 0.2);
  expect(await felt('fear', ANXIOUS, GONE)).toBeGreaterThan((await felt('fear', SECURE, GONE)) + 0.3);
  expect(await share('clinging', ANXIOUS)).toBeGreaterThan(3 * (await share('clinging', SECURE)));
});

test('an avoidant person withdraws more', async () => {
  expect(await share('withdrawal', AVOIDANT)).toBeGreaterThan(3 * (await share('withdrawal', SECURE)));
});

test('attachment is read from the description where it is not given as numbers', async () => {
  const { attachment: _, ...worried } = { ...SECURE, persona: 'Anxious, worries, needs reassurance.' };
  const { attachment: __, ...steady } = { ...SECURE, persona: 'Steady, trusting, patient.' };
  expect(await felt('fear', worried)).toBeGreaterThan((await felt('fear', steady)) + 0.1);
});

test.each([
  ['contempt', SCORN],
  ['criticism', BLAME],
])('%s takes joy and trust, and brings anger', async (_, deed) => {
  for (const character of [SECURE, ANXIOUS, AVOIDANT]) {
    expect(await felt('joy', character, deed)).toBeLessThan(await felt('joy', character));
    expect(await felt('acceptance', character, deed)).toBeLessThan((await felt('acceptance', character)) - 0.1);
    expect(await felt('anger', character, deed)).toBeGreaterThan((await felt('anger', character)) + 0.2);
  }
});

test('repair is taken more readily by the secure', async () => {
  const gain = async (character: typeof SECURE) =>
    (await felt('acceptance', character, SORRY)) - (await felt('acceptance', character));
  expect(await gain(SECURE)).toBeGreaterThan((await gain(ANXIOUS)) + 0.05);
  expect(await gain(SECURE)).toBeGreaterThan((await gain(AVOIDANT)) + 0.05);
});

test('a memory that comes back changes what is done, both ways', async () => {
  const warm: Experience = { kind: 'memory', text: 'Ben waited for me at the station and we laughed all the way home.' };
  const betrayed: Experience = {
    kind: 'memory',
    text: 'The night I found out that Ben had lied to me and left me alone with it.',
  };
  for (const character of [SECURE, ANXIOUS, AVOIDANT]) {
    const plain = await balance(character);
    expect(await balance(character, warm)).toBeGreaterThan(plain + 0.05);
    expect(await balance(character, betrayed)).toBeLessThan(plain - 0.05);
  }
});

test('what would end it for somebody raises leaving when it occurs, and it is said in plain words', async () => {
  const strict = person(4, 4, { dealbreakers: ['Being lied to about money.'] });
  const lie: Experience = { kind: 'narrated', text: 'It comes out that Ben lied about the money.', alone: false };
  const blames = [
    BLAME,
    ...['Always you.', 'You never do.', 'It is you.'].map((words) => benDoes('points at the letter', words)),
  ];
  const leavingShare = async (who: typeof SECURE, ...moments: readonly Experience[]) =>
    mean(await Promise.all(blames.map((blame) => share('ending', who, ...moments, blame))));
  const after = await leavingShare(strict, lie);
  expect(after).toBeGreaterThan((await leavingShare(strict)) + 0.02);
  expect(after).toBeGreaterThan(await leavingShare(person(4, 4), lie));
  const leaving = (await choices(strict, sceneWith(lie, BLAME))).filter((move) => mainTone(textOf(move)) === 'ending');
  for (const { words } of leaving) expect(words).toMatch(/it is over/i);
});

test('a habit is followed when its condition occurs', async () => {
  const habit = { rules: ['If somebody shouts, she goes quiet and leaves the room.'] };
  const shouting = benDoes('slams the door and shouts', 'Answer me!');
  expect(await share('withdrawal', person(3, 3, habit), shouting)).toBeGreaterThan(
    1.5 * (await share('withdrawal', person(3, 3), shouting)),
  );
});

test('a secret is told at times, in its own words and the first person, and never twice in a scene', async () => {
  const secret: Experience = { kind: 'secret', text: 'Ada has read three years of Ben’s posts and knows about the loan.' };
  const told = (await choices(SECURE, sceneWith(secret))).filter(({ words }) => words.includes('read three years of your posts'));
  expect(told.length).toBeGreaterThan(4);
  expect(told.length).toBeLessThan(60);
  for (const { words } of told) expect(words).toContain('I have read three years of your posts and know about the loan.');
  const [first] = told;
  const again: Experience = { kind: 'deed', self: true, name: 'Ada', deed: first! };
  const repeated = (await choices(SECURE, sceneWith(secret, again, SORRY))).filter(({ words }) => words.includes('three years'));
  expect(repeated).toEqual([]);
});

test('an option to tell what was kept back tells it', async () => {
  const secret: Experience = { kind: 'secret', text: 'Ada has lost the savings.' };
  const options = [{ id: 'a', action: 'tell Ben what has been kept back until now' }];
  for (const { words } of await choices(AVOIDANT, sceneWith(secret), options))
    expect(words).toContain('I have lost the savings.');
});

test('after somebody has ended it nobody goes on as if nothing were', async () => {
  const over = benDoes('takes the coat', 'I am leaving. It is over between us.');
  expect(await share('warmth', SECURE, over)).toBeLessThan(0.1);
  expect(await felt('sadness', SECURE, over)).toBeGreaterThan(0.4);
});

test('an option is taken by its letter and carried out in deed and words', async () => {
  const options = [
    { id: 'a', action: 'apologize and ask Ben to start over' },
    { id: 'b', action: 'change the subject and leave the kitchen' },
    { id: 'c', action: 'take the letter and tear it up' },
  ];
  const moves = await choices(SECURE, sceneWith(), options);
  expect(new Set(moves.map(({ option }) => option))).toEqual(new Set(['a', 'b', 'c']));
  for (const move of moves) {
    if (move.option === 'a' && move.words !== '') expect(mainTone(textOf(move))).toBe('repair');
    if (move.option === 'c') expect(move.deed).toBe('takes the letter and tears it up');
  }
});

test('what is said takes up the matter at hand and words of the other one', async () => {
  const moves = await choices(SECURE, sceneWith(benDoes('sits down', 'It is about the money and nothing else.')));
  const said = moves.map(({ words }) => words).filter((words) => words !== '');
  expect(mean(said.map((words) => (/\b(flat|rent|letter|money)\b/i.test(words) ? 1 : 0)))).toBeGreaterThan(0.4);
  expect(said.some((words) => /\bmoney\b/i.test(words))).toBe(true);
});

test('a look back tells what happened, and nothing else', async () => {
  const own: Experience = {
    kind: 'deed',
    self: true,
    name: 'Ada',
    deed: { deed: 'shrugs', words: 'I would rather not talk.', tone: '' },
  };
  for (const { story, ofOther } of await reflections(SECURE, sceneWith(SCORN, own))) {
    expect(story).toMatch(/^Ben .*“You are pathetic, and everybody sees it\.” I .*“I would rather not talk\.”$/);
    expect(ofOther).not.toMatch(/sorry|tender|jokes/);
  }
  for (const { story } of await reflections(SECURE, sceneWith(own, SORRY)))
    expect(story.indexOf('Ben')).toBeGreaterThan(story.indexOf('I '));
  for (const { story } of await reflections(SECURE, [])) expect(story).not.toMatch(/[{}]|undefined/);
});

test('any persona and history gets replies of the right shape', async () => {
  const odd: readonly Experience[] = [
    '',
    'You felt . You thought: ',
    'a) b) c)',
    '{other} “',
    'Scene x with : ',
    { kind: 'felt', emotions: byEmotion(() => 0), thought: '' },
  ];
  for (const move of await choices({ name: '', persona: '“' }, odd)) expect(textOf(move)).not.toMatch(/[{}]|undefined/);
});
