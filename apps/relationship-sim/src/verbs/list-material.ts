import { nearestName } from '@entente/llm-clients';
import { SCENE_CATEGORIES, type SceneCategory } from '@entente/relationship';
import type { Library } from '@entente/relationship/material';
import {
  createStyle,
  hasColors,
  type OptionValues,
  outputWidth,
  UsageError,
  type VerbCall,
  wrapText,
} from '@entente/run-console';
import { openStudy, shippedSource, type StudySource } from '../studies/study-source.js';
import { kindOf, personInShort, standing } from './couple-in-short.js';
import { type listOptions, MATERIAL_KINDS, type MaterialKind } from './list-options.js';

type Call = VerbCall<OptionValues<typeof listOptions>>;

/** Lists the entries of a kind of material, one a line with its id and what it is about; returns the exit code. */
export async function listMaterial({ io, words: [kind = ''], options }: Call): Promise<number> {
  const source = options.study === undefined ? shippedSource() : openStudy(io.cwd, options.study);
  assertSound(source);
  const own: ReadonlySet<object> = new Set(Object.values(source.own).flat());
  const entries = LISTS[kindNamed(kind)](source.library, filtersOf(source.library, options)).map((entry) => ({
    ...entry.shown,
    own: options.study === undefined ? undefined : own.has(entry.item),
  }));
  if (options.json) {
    for (const entry of entries) io.stdout.write(`${JSON.stringify(entry)}\n`);
    return 0;
  }
  const style = createStyle(hasColors(io.stdout, io.env));
  const width = outputWidth(io.stdout);
  for (const { id, about, own: isOwn } of entries) {
    const [head = '', ...more] = wrapText(`${id} · ${about}${isOwn === true ? " (the study's own)" : ''}`, width, '  ').split(
      '\n',
    );
    io.stdout.write(`${[head.trimStart().replace(id, style.bold(id)), ...more].join('\n')}\n`);
  }
  return 0;
}

/** An entry as it is printed; further fields are for programs. */
interface Listed {
  readonly item: object;
  readonly shown: { readonly id: string; readonly about: string };
}

interface Filters {
  readonly category: SceneCategory | undefined;
  /** Name of a turning point. */
  readonly turningPoint: string | undefined;
}

const LISTS: { readonly [Kind in MaterialKind]: (library: Library, filters: Filters) => readonly Listed[] } = {
  personas: ({ personas }) =>
    personas.map((item) => ({ item, shown: { id: item.id, about: personInShort(item), name: item.name } })),
  couples: ({ couples }) =>
    couples.map((item) => ({ item, shown: { id: item.id, about: `${kindOf(item)}, ${standing(item)}`, kind: kindOf(item) } })),
  'turning-points': ({ turningPoints, scenarios }, { category }) =>
    turningPoints
      .filter((point) => category === undefined || point.category === category)
      .map((item) => {
        const { id, name } = item;
        const count = scenarios.filter(({ turningPoint }) => turningPoint === name).length;
        const about = `${name === id ? '' : `${name} · `}${item.category} · scenarios: ${count}`;
        return { item, shown: { id, about, name, category: item.category, scenarios: count } };
      }),
  scenarios: ({ scenarios }, { category, turningPoint }) =>
    scenarios
      .filter((scenario) => category === undefined || scenario.category === category)
      .filter((scenario) => turningPoint === undefined || scenario.turningPoint === turningPoint)
      .map((item) => {
        const { id, context, tone } = item;
        const about = `${item.turningPoint} · ${context} · ${tone}`;
        return { item, shown: { id, about, turningPoint: item.turningPoint, category: item.category, context, tone } };
      }),
  arcs: ({ arcs }) =>
    arcs.map((item) => {
      const { id, title, about = '', steps } = item;
      return { item, shown: { id, about: [title, about].filter(Boolean).join(' · '), title, steps: steps.length } };
    }),
};

/** @throws UsageError naming the nearest kind */
function kindNamed(name: string): MaterialKind {
  const kind = MATERIAL_KINDS.find((each) => each === name);
  return kind ?? refuse('kind of material', name, MATERIAL_KINDS);
}

/** @throws UsageError for a category or a turning point that there is not */
function filtersOf({ turningPoints }: Library, { category, turningPoint }: Call['options']): Filters {
  const wanted = category === undefined ? undefined : categoryNamed(category);
  if (turningPoint === undefined) return { category: wanted, turningPoint };
  const point = turningPoints.find(({ id, name }) => id === turningPoint || name === turningPoint);
  if (point === undefined)
    return refuse(
      'turning point',
      turningPoint,
      turningPoints.map(({ id }) => id),
    );
  return { category: wanted, turningPoint: point.name };
}

/** A category by its name, or as one word: `modern-life`. @throws UsageError naming the nearest one */
function categoryNamed(written: string): SceneCategory {
  const oneWord = (name: string): string => name.toLowerCase().replace('&', 'and').replaceAll(' ', '-');
  return SCENE_CATEGORIES.find((name) => oneWord(name) === oneWord(written)) ?? refuse('category', written, SCENE_CATEGORIES);
}

/** Number of names up to which all are told. */
const FEW = 8;

function refuse(what: string, name: string, known: readonly string[]): never {
  const near = nearestName(name, known);
  const all = known.length <= FEW ? `there are ${known.join(', ')}` : `list ${what.replace(' ', '-')}s names all`;
  throw new UsageError(`There is no ${what} "${name}"${near === undefined ? '' : ` (did you mean ${near}?)`}; ${all}.`);
}

/** @throws UsageError about the first fault of a study's material */
function assertSound({ faults: [fault, ...more], file }: StudySource): void {
  if (fault === undefined) return;
  const others = more.length === 0 ? '' : ` It has ${more.length} more: relationship-sim check ${file} tells all.`;
  throw new UsageError(`${fault.file}:${fault.line}: ${fault.message}.${others}`);
}
