import { type EntryOf, type JournalIndex, parseCallPath, type RunHeader } from '@entente/simulation-core/journal';
import { readerOf } from '../kinds/readers.js';
import type { FactText, RunReader } from '../kinds/run-reader.js';
import type { Searched, SearchHit } from './search-line.js';
import { excerptOf, mayFit, type SearchQuery } from './search-query.js';

/** Number of entries whose texts are read at once. */
const AT_ONCE = 400;
/** A part is recorded shortly before the answer to the first prompt that holds it. */
const ANSWERS_AHEAD = 40;

interface RunSearch {
  readonly query: SearchQuery;
  readonly within: ReadonlySet<Searched>;
  readonly most: number;
}

/** Finds texts that fit, in the order of the record. Stops behind `most` of them. */
export async function searchRun(
  index: JournalIndex,
  { query, within, most }: RunSearch,
): Promise<{ readonly hits: readonly SearchHit[]; readonly isMore: boolean }> {
  const header = await headerOf(index);
  const reader = header && readerOf(header.program);
  const hits: SearchHit[] = [];
  const wanted = numbersOf(index, within);
  for (let at = 0; at < wanted.length && hits.length <= most; at += AT_ONCE) {
    const numbers = wanted.slice(at, at + AT_ONCE);
    const texts = await index.texts(numbers);
    for (const [place, json] of texts.entries()) {
      if (hits.length > most || !mayFit(query, json)) continue;
      const number = numbers[place] ?? 0;
      const entry = JSON.parse(json) as EntryOf<'fact-recorded'> | EntryOf<'part-recorded'>;
      if (entry.type === 'part-recorded') hits.push(...(await hitsInPart(index, number, entry, query)));
      else if (reader) hits.push(...hitsInFact(number, entry, { query, within, texts: textsOf(reader, entry, header) }));
    }
  }
  return { hits: hits.slice(0, most), isMore: hits.length > most };
}

function numbersOf({ entries }: JournalIndex, within: ReadonlySet<Searched>): readonly number[] {
  const types = new Set<string>();
  if (within.has('said') || within.has('thought')) types.add('fact-recorded');
  if (within.has('asked')) types.add('part-recorded');
  return entries.flatMap(({ type }, number) => (types.has(type) ? [number] : []));
}

async function headerOf(index: JournalIndex): Promise<RunHeader | undefined> {
  if (index.entries[0]?.type !== 'run-started') return undefined;
  const [header] = await index.read([0]);
  return header?.type === 'run-started' ? header : undefined;
}

/** Facts of another version may have another shape; they hold no text then. */
function textsOf(reader: RunReader, { fact }: EntryOf<'fact-recorded'>, header: RunHeader): readonly FactText[] {
  try {
    return reader.textsOf(fact, header).filter(({ text }) => typeof text === 'string');
  } catch {
    return [];
  }
}

function hitsInFact(
  entry: number,
  { step }: EntryOf<'fact-recorded'>,
  { query, within, texts }: Pick<RunSearch, 'query' | 'within'> & { readonly texts: readonly FactText[] },
): readonly SearchHit[] {
  return texts.flatMap(({ as, who, text }) => {
    const excerpt = within.has(as) ? excerptOf(query, text) : undefined;
    return excerpt ? [{ as, entry, step, who, ...excerpt }] : [];
  });
}

async function hitsInPart(
  index: JournalIndex,
  number: number,
  { hash, text }: EntryOf<'part-recorded'>,
  query: SearchQuery,
): Promise<readonly SearchHit[]> {
  const excerpt = excerptOf(query, text);
  if (excerpt === undefined) return [];
  const { entries } = index;
  let ahead = 0;
  for (let next = number + 1; next < entries.length && ahead < ANSWERS_AHEAD; next++) {
    if (entries[next]?.type !== 'answer-recorded') continue;
    ahead++;
    const [answer] = await index.read([next]);
    if (answer?.type !== 'answer-recorded' || !answer.messages.some(({ parts }) => parts.some((part) => part[1] === hash)))
      continue;
    const { segments } = parseCallPath(answer.path);
    return [{ as: 'asked', entry: next, step: segments[0] ?? null, who: answer.path, ...excerpt }];
  }
  return [];
}
