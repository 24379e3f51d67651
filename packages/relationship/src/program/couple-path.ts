import { deferredPath, parseCallPath, scopePath } from '@entente/simulation-core/journal';
import { type Partner, PARTNERS } from '../ports/partners.js';

/** Names of the scopes directly below a scene, in the order in which a scene opens them. */
export const SCENE_SCOPES = {
  past: 'past',
  opening: 'opening',
  context: 'context',
  recall: 'recall', // in journals of the first version
  closing: 'closing',
  assess: 'assess',
  summary: 'summary',
  reflections: 'reflections',
} as const;

/** Names of the scopes directly below a beat: `partner` is the appraisal of the deed by the other one. */
export const BEAT_SCOPES = {
  recall: 'recall',
  progress: 'progress',
  appraise: 'appraise',
  choose: 'choose',
  partner: 'partner',
} as const;

export type SceneScopeName = keyof typeof SCENE_SCOPES;
export type BeatScopeName = keyof typeof BEAT_SCOPES;

/** Place of a model call in the run of a couple. */
export interface CouplePath {
  readonly scene: number;
  /** Number of the beat within the scene, from 1; null for calls of the scene as a whole. */
  readonly beat: number | null;
  readonly scope: SceneScopeName | BeatScopeName | 'commitment';
  /** Partner whose branch asked, where the path names one. */
  readonly partner: Partner | null;
  /** Index of the call in its scope, from 0: above 0 where it was asked again. */
  readonly number: number;
}

/** Step in which a scene is played: `scene-3`. */
export function sceneStep(scene: number): string {
  return `scene-${scene}`;
}

/** Number of the scene that a step plays; undefined for the name of anything else. */
export function sceneOfStep(step: string): number | undefined {
  const [, scene] = /^scene-(\d+)$/.exec(step) ?? [];
  return scene === undefined ? undefined : Number(scene);
}

/** Scope of a beat within its scene: `beat-2`. */
export function beatScope(beat: number): string {
  return `beat-${beat}`;
}

/** Path of the calls of a scene as a whole: `scene-3/opening`, `scene-3/reflections/A`. */
export function scenePath(scene: number, scope: SceneScopeName, partner?: Partner): string {
  return scopePath(sceneStep(scene), SCENE_SCOPES[scope], partner ?? '');
}

/** Path of the calls of a beat: `scene-3/beat-2/choose`. */
export function beatPath(scene: number, beat: number, scope: BeatScopeName): string {
  return scopePath(sceneStep(scene), beatScope(beat), BEAT_SCOPES[scope]);
}

/** Key of the deferred work that judges the commitment of a partner after a scene: `scene-3/commitment-A`. */
export function commitmentKey(scene: number, partner: Partner): string {
  return scopePath(sceneStep(scene), `commitment-${partner}`);
}

/** Path of the calls of the judge: `deferred/scene-3/commitment-A`. */
export function commitmentPath(scene: number, partner: Partner): string {
  return deferredPath(commitmentKey(scene, partner));
}

/** Reads a call path, or a key of deferred work. Returns undefined for a path that no run of a couple has. */
export function readCouplePath(path: string): CouplePath | undefined {
  const { segments, number } = parseCallPath(path);
  const [step = '', first = '', second = ''] = segments;
  const scene = sceneOfStep(step);
  if (scene === undefined) return undefined;
  const judged = PARTNERS.find((partner) => first === `commitment-${partner}`);
  if (judged) return { scene, beat: null, scope: 'commitment', partner: judged, number };
  const [, beat] = /^beat-(\d+)$/.exec(first) ?? [];
  if (beat !== undefined)
    return isNameIn(BEAT_SCOPES, second) ? { scene, beat: Number(beat), scope: second, partner: null, number } : undefined;
  if (!isNameIn(SCENE_SCOPES, first)) return undefined;
  return { scene, beat: null, scope: first, partner: PARTNERS.find((partner) => partner === second) ?? null, number };
}

function isNameIn<Names extends object>(names: Names, name: string): name is keyof Names & string {
  return Object.hasOwn(names, name);
}
