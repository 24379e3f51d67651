import { byEmotion, type Emotion, type Emotions, type Partner } from '@entente/relationship';
import type { SceneStory } from '../story/scene-story';

/** Emotions of a partner at one moment. */
export interface FeltMoment {
  readonly scene: number;
  /** Place in time: scene 3 lies between 3 and 4. */
  readonly at: number;
  readonly emotions: Emotions;
}

/** Moments at which a partner's emotions are on record, oldest first. In each beat the mover feels first, and the other one at the deed. */
export function emotionCourse(scenes: readonly SceneStory[], partner: Partner): readonly FeltMoment[] {
  return scenes.flatMap(({ scene, beats }) =>
    beats.flatMap(({ actor, appraisals }, index) => {
      const emotions = appraisals[partner]?.emotions;
      if (emotions === undefined) return [];
      return [{ scene, at: scene + (index + (actor === partner ? 0.25 : 0.75)) / beats.length, emotions }];
    }),
  );
}

/** Number of scenes from which a line has one point for each scene. */
const MANY_SCENES = 20;

/** Thins a course out where single moments could not be told apart: one moment for each scene, the mean of its moments. */
export function thinned(course: readonly FeltMoment[]): readonly FeltMoment[] {
  const scenes = [...new Set(course.map(({ scene }) => scene))];
  if (scenes.length <= MANY_SCENES) return course;
  return scenes.map((scene) => {
    const moments = course.filter((moment) => moment.scene === scene);
    const mean = (emotion: Emotion): number => moments.reduce((sum, { emotions }) => sum + emotions[emotion], 0) / moments.length;
    return { scene, at: scene + 0.5, emotions: byEmotion(mean) };
  });
}

/** Emotions at the end of a scene; undefined if nothing is on record in it. */
export function feltAfter(course: readonly FeltMoment[], scene: number): Emotions | undefined {
  return course.findLast((moment) => moment.scene === scene)?.emotions;
}

/** Path of one emotion for an SVG that is `width` by `height`, for the time from scene `first` to the end of scene `last`. */
export function emotionPath(
  course: readonly FeltMoment[],
  emotion: Emotion,
  {
    first,
    last,
    width,
    height,
  }: { readonly first: number; readonly last: number; readonly width: number; readonly height: number },
): string {
  const x = (at: number): number => ((at - first) / (last + 1 - first)) * width;
  return course
    .map(
      ({ at, emotions }, index) =>
        `${index === 0 ? 'M' : 'L'}${x(at).toFixed(1)} ${((1 - emotions[emotion]) * height).toFixed(1)}`,
    )
    .join('');
}

/** Name of an emotion as readers know it. */
export function emotionInWords(emotion: Emotion): string {
  return emotion === 'acceptance' ? 'trust' : emotion;
}
