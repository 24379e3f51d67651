import type { BeatStory, SceneStory } from '../../couple/story/scene-story';

/** A part of a scene that is set beside its counterpart: `opening`, `beat-1`, …, `end`. */
export interface PartPair {
  readonly key: string;
  /** Beats of both; undefined for the opening and the end, and where a run has no such beat. */
  readonly first?: BeatStory | undefined;
  readonly second?: BeatStory | undefined;
  /** Name of the first thing that differs in it: `the move`; null where nothing does. */
  readonly differsBy: string | null;
}

/** Two scenes with the same number; undefined where a run has none. */
export interface ScenePair {
  readonly scene: number;
  readonly first: SceneStory | undefined;
  readonly second: SceneStory | undefined;
  readonly parts: readonly PartPair[];
  /** First part that differs; null for scenes that are the same. */
  readonly firstDifference: PartPair | null;
}

/** Sets the scenes of two runs beside each other, by number. */
export function compareScenes(first: readonly SceneStory[], second: readonly SceneStory[]): readonly ScenePair[] {
  const numbers = [...new Set([...first, ...second].map(({ scene }) => scene))].sort((a, b) => a - b);
  const find = (scenes: readonly SceneStory[], number: number) => scenes.find(({ scene }) => scene === number);
  return numbers.map((scene) => pairOf(scene, find(first, scene), find(second, scene)));
}

function pairOf(scene: number, first: SceneStory | undefined, second: SceneStory | undefined): ScenePair {
  const beats = [...new Set([...(first?.beats ?? []), ...(second?.beats ?? [])].map(({ beat }) => beat))].sort((a, b) => a - b);
  const find = (story: SceneStory | undefined, number: number) => story?.beats.find(({ beat }) => beat === number);
  const parts: readonly PartPair[] = [
    { key: 'opening', differsBy: differenceIn(first && openingItems(first), second && openingItems(second)) },
    ...beats.map((beat) => ({
      key: `beat-${beat}`,
      first: find(first, beat),
      second: find(second, beat),
      differsBy: differenceIn(first && beatItems(first, beat), second && beatItems(second, beat)),
    })),
    { key: 'end', differsBy: differenceIn(first && endItems(first), second && endItems(second)) },
  ];
  return { scene, first, second, parts, firstDifference: parts.find(({ differsBy }) => differsBy !== null) ?? null };
}

/** Names and contents, in the order in which they are told. */
type Items = readonly (readonly [name: string, content: unknown])[];

/** Name of the first item that differs; null for none. */
function differenceIn(first: Items | undefined, second: Items | undefined): string | null {
  if (first === undefined || second === undefined) return 'the scene as a whole';
  const found = first.find(([, content], at) => JSON.stringify(content) !== JSON.stringify(second[at]?.[1]));
  return found?.[0] ?? null;
}

function openingItems({ events, opening, brought, contexts, missing }: SceneStory): Items {
  const { onlyKnows, goals, conflict, ...both } = opening;
  return [
    ['the news from outside', events.map(({ event, knownTo }) => [event, knownTo])],
    ['the opening', [both, brought]],
    ['what one alone knows', [onlyKnows, contexts]],
    ['the goals', [goals, conflict]],
    ['a missing answer', missing.filter(({ type }) => type === 'opening-missing' || type === 'context-missing')],
  ];
}

function beatItems({ beats, recalled, missing }: SceneStory, number: number): Items {
  const beat = beats.find((candidate) => candidate.beat === number);
  const other = beat?.actor === 'A' ? 'B' : 'A';
  return [
    ['the narration', [beat?.narrative, beat?.onlySees]],
    [
      'a memory',
      recalled.filter((each) => each.beat === number).map(({ partner, memories }) => [partner, memories.map(({ id }) => id)]),
    ],
    ['the one who moves', beat?.actor],
    ['a feeling before the move', beat && beat.appraisals[beat.actor]],
    ['the question', [beat?.question, beat?.options]],
    ['the move', beat?.move],
    ['a feeling at the move', beat?.appraisals[other]],
    ['a missing answer', missing.filter((fact) => fact.beat === number)],
  ];
}

function endItems({ closing, changes, reflections, summary, commitment, ending, missing }: SceneStory): Items {
  return [
    ['the closing', closing && [closing.narrative, closing.onlySees]],
    ['the changes', changes],
    ['a look back', [reflections.A, reflections.B]],
    ['the summary', summary],
    ['a score', [commitment.A, commitment.B]],
    ['the ending', ending],
    [
      'a missing answer',
      missing.filter(({ type }) => type === 'closing-missing' || type === 'summary-missing' || type === 'assessment-missing'),
    ],
  ];
}
