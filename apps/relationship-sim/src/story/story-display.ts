import { type ConsoleIo, createStyle, hasColors, outputWidth } from '@entente/run-console';
import type { RunDisplay } from '@entente/run-console/session';
import {
  applyRelationshipFact,
  ArcError,
  byPartner,
  type ByPartner,
  initialRelationshipState,
  type RelationshipFact,
  type RelationshipSettings,
  type RelationshipState,
  type SceneMaterial,
  type StepObstacle,
  storySoFar,
  whyStepGaveWay,
} from '@entente/relationship';
import { tellBreakUp } from './tell-changes.js';
import type { Telling } from './tell-opening.js';
import { isHeld, readFact, releasesHeld, tellFact, tellOpenQuestion } from './tell-fact.js';

/** Columns beyond which prose reads badly. */
const WIDEST = 88;

/** Settings that a run is played by, which in a fork may differ from those of its inherited facts, and material that its scenes are from. */
export interface StoryCourse {
  readonly settings: RelationshipSettings;
  readonly material: () => SceneMaterial;
}

/**
 * Tells one run on stdout while its facts come in.
 * @param names names by role, for facts that come after those that introduce the couple have been told elsewhere
 * @param course settings and material that the run is played by @default settings of the first fact, and no reasons of steps that gave way
 */
export function createStoryDisplay(io: ConsoleIo, names: ByPartner<string>, course?: StoryCourse): RunDisplay {
  const style = createStyle(hasColors(io.stdout, io.env));
  let state = initialRelationshipState;
  let held: readonly string[] = [];

  const telling = (): Telling => {
    const { partners } = state;
    const known = partners ? byPartner((role) => partners[role].name) : names;
    return { names: known, width: Math.min(WIDEST, outputWidth(io.stdout)), style };
  };
  const write = (lines: readonly (string | undefined)[]): void => {
    for (const line of lines) if (line !== undefined) io.stdout.write(`${line}\n`);
  };

  return {
    planned: () => {},
    runStarted: (runId, resumed) =>
      void io.stderr.write(`${style.dim(resumed ? `${runId} goes on where it stopped.` : runId)}\n`),
    entry: (_runId, entry) => {
      if (entry.type !== 'fact-recorded') return;
      const fact = readFact(entry.fact);
      if (fact === undefined) return;
      const before = state;
      state = applyRelationshipFact(before, fact);
      const [first, ...more] = tellFact(
        fact,
        { before, after: state, isPhrase: 'action' in entry.fact, why: whyInstead(fact, before, course) },
        telling(),
      );
      if (isHeld(fact, before)) {
        held = [...held, ...(first === undefined ? [] : [first, ...more])];
      } else if (releasesHeld(fact)) {
        write([first, ...held, ...more]);
        held = [];
      } else {
        write([first, ...more]);
      }
    },
    runEnded: () => {},
    note: (message) => void io.stderr.write(`${message}\n`),
    close: () => {
      write([tellOpenQuestion(telling(), state), ...held, ...tellBreakUp(telling(), course?.settings ?? state.settings, state)]);
      held = [];
    },
  };
}

/** Reason why the arc's step gave way to this scene, from the material as it is now; undefined where that cannot be said any more. */
function whyInstead(
  fact: RelationshipFact,
  before: RelationshipState,
  course: StoryCourse | undefined,
): StepObstacle | undefined {
  if (course === undefined || fact.type !== 'scene-opened' || fact.opening.insteadOf === undefined) return undefined;
  try {
    return whyStepGaveWay(course.material(), storySoFar(before));
  } catch (cause) {
    if (!ArcError.isInstance(cause)) throw cause;
    return undefined;
  }
}
