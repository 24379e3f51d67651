import {
  ArcError,
  AS_LISTED,
  castCouple,
  chooseScenario,
  type Couple,
  type RelationshipSettings,
  type StorySoFar,
  UNKNOWN_RELATION,
} from '@entente/relationship';
import { materialWith } from '../run-material.js';
import type { StudyScenes } from '../couple-runs/describe-couple.js';
import { SettingFault } from '../couple-runs/setting-fault.js';

/**
 * Refuses scenarios out of which a couple cannot play its first scene, or that are used up before the last one.
 * @throws SettingFault
 */
export function assertScenesFit(
  couple: Couple,
  { order, arc, scenes }: Pick<RelationshipSettings, 'order' | 'arc' | 'scenes'>,
  { material: own, pool }: StudyScenes,
): void {
  const material = materialWith(own, pool);
  if (pool && material.scenarios.length < scenes && material.scenarios.every(({ uses }) => uses.length > 0))
    throw new SettingFault(
      'scenarios',
      `scenarios leaves ${material.scenarios.length} for ${scenes} scenes, and each of them happens only once; allow more, or plan fewer scenes.`,
    );
  const { personas, couple: facts } = castCouple(couple, AS_LISTED);
  const story: StorySoFar = {
    ...{ couple: facts, relation: UNKNOWN_RELATION, story: [], secrets: [], resolutions: [], events: [] },
    ...{ scene: 1, used: [], turningPoints: [], usedUp: [], commitment: { A: null, B: null }, order, arc },
  };
  try {
    chooseScenario(material, story, { partners: personas, random: () => 0 });
  } catch (cause) {
    if (!ArcError.isInstance(cause)) throw cause;
    throw new SettingFault(pool ? 'scenarios' : 'couples', `${couple.id}: ${cause.message}`);
  }
}
