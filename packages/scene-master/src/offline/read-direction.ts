import type { OfflineRequest } from '@entente/llm-clients';
import { byPartner, type ByPartner, type Partner, PARTNERS, type StoryEntry } from '@entente/relationship';
import type { DirectorWords } from '../prompts/director-words.js';
import { type Happening, readHappening } from './read-happening.js';
import { lineReader } from './word-pattern.js';

/** A secret or a piece of news as a prompt shows it. */
export interface ReadSecret {
  readonly owner: Partner;
  readonly text: string;
}

/** Reading of a rendered prompt of the director or the judge: only what a real model could read there, too. */
export interface Direction {
  readonly names: ByPartner<string>;
  /** Card of each partner. */
  readonly cards: ByPartner<string>;
  readonly story: readonly StoryEntry[];
  /** Secrets of each, of all kinds. */
  readonly kept: readonly ReadSecret[];
  /** Resolutions of each after the last scene. */
  readonly resolutions: readonly ReadSecret[];
  /** News from outside that both learn. */
  readonly news: readonly string[];
  /** News from outside that one learns. */
  readonly ownNews: readonly ReadSecret[];
  readonly happened: readonly Happening[];
  /** Lines of the task, from its title on. */
  readonly task: readonly string[];
  /** Reads the placeholder of a line anywhere in the prompt; empty if there is no such line. */
  readonly field: (name: keyof DirectorWords, key: string) => string;
  /** Reads the placeholder of a line of one partner's card; undefined if it has no such line. */
  readonly onCard: (partner: Partner, name: keyof DirectorWords, key: string) => string | undefined;
  /** Reads the placeholders of all lines of a kind. */
  readonly lines: (name: keyof DirectorWords) => readonly Readonly<Record<string, string>>[];
}

const TASKS = [
  'task.initialize',
  'task.next-scene',
  'task.generate-context',
  'task.progress',
  'task.close-scene',
  'task.summarize',
  'task.assess-scene',
  'task.commitment-score',
] as const satisfies readonly (keyof DirectorWords)[];

/** Reads a prompt of this package. */
export function readDirection(request: OfflineRequest, words: DirectorWords): Direction {
  const system = textOf(request, 'system').split('\n');
  const told = textOf(request, 'user').split('\n');
  const titles = TASKS.map((task) => lineReader(words, task));
  const taskAt = told.findLastIndex((line) => titles.some((isTitle) => isTitle(line)));
  const all = [...system, ...told];
  const known = new Map<keyof DirectorWords, readonly Readonly<Record<string, string>>[]>();
  const lines = (name: keyof DirectorWords) => {
    const found = known.get(name) ?? all.map(lineReader(words, name)).filter((values) => values !== undefined);
    known.set(name, found);
    return found;
  };
  const named = lines('title.character');
  const names = byPartner((partner) => named.find(({ id }) => id === partner)?.['name'] ?? partner);
  const owned = (name: keyof DirectorWords, key: string): readonly ReadSecret[] =>
    lines(name).flatMap((values) => {
      const owner = PARTNERS.find((partner) => names[partner] === values['name']);
      return owner === undefined ? [] : [{ owner, text: values[key] ?? '' }];
    });
  const cards = byPartner((partner) =>
    cardOf(
      system,
      named.findIndex(({ id }) => id === partner),
      words,
    ),
  );
  return {
    names,
    cards,
    story: lines('story.entry').map(({ scene, turningPoint = '', summary = '' }) => ({
      scene: Number(scene),
      turningPoint,
      summary,
    })),
    kept: [
      ...owned('secret.kept', 'text'),
      ...owned('secret.kept-since', 'text'),
      ...owned('scene.only', 'text'),
      ...owned('secret.scene', 'text'),
    ],
    resolutions: owned('resolution.made', 'text'),
    news: lines('event.both').map(({ event = '' }) => event),
    ownNews: owned('event.one', 'event'),
    happened: happenedIn(told, names, words),
    task: taskAt === -1 ? [] : told.slice(taskAt),
    onCard: (partner, name, key) =>
      cards[partner]
        .split('\n')
        .map(lineReader(words, name))
        .find((values) => values !== undefined)?.[key],
    field: (name, key) => lines(name)[0]?.[key] ?? '',
    lines,
  };
}

function textOf({ messages }: OfflineRequest, role: 'system' | 'user'): string {
  return messages.find((message) => message.role === role)?.text ?? '';
}

/** Text of one of the cards, by its place. */
function cardOf(system: readonly string[], place: number, words: DirectorWords): string {
  const isTitle = lineReader(words, 'title.character');
  const starts = system.flatMap((line, at) => (isTitle(line) ? [at] : []));
  const start = starts[place];
  if (start === undefined) return '';
  const end = starts[place + 1] ?? system.findIndex((line, at) => at > start && line === words['title.couple']);
  return system.slice(start + 1, end === -1 ? undefined : end).join('\n');
}

/** Lines between the title of what happens and the next empty one. */
function happenedIn(told: readonly string[], names: ByPartner<string>, words: DirectorWords): readonly Happening[] {
  const start = told.indexOf(words['title.happens']);
  if (start === -1) return [];
  const end = told.indexOf('', start);
  return told.slice(start + 1, end === -1 ? undefined : end).map((line) => readHappening(line, names, words));
}
