import { UsageError } from '@entente/run-console';
import type { GivenCoupleSettings } from './couple-settings.js';

/** Names that settings had while a letter meant a place in the couple, and their present ones. */
export const FORMER_NAMES = { partnerAModel: 'firstPartnerModel', partnerBModel: 'secondPartnerModel' } as const;
type FormerName = keyof typeof FORMER_NAMES;

/**
 * Puts settings under their present names.
 * @param note receives a sentence about each former name
 * @throws UsageError where a setting is given under both
 */
export function underPresentNames(
  given: GivenCoupleSettings,
  note: (message: string) => void,
): Omit<GivenCoupleSettings, FormerName> {
  const { partnerAModel, partnerBModel, ...others } = given;
  for (const former of Object.keys(FORMER_NAMES) as readonly FormerName[]) {
    if (given[former] === undefined) continue;
    const present = FORMER_NAMES[former];
    if (given[present] !== undefined)
      throw new UsageError(`${former} is the former name of ${present}, and both are given; leave out ${former}.`);
    note(`${former} is the former name of ${present}: it is for a place in the couple, in whatever role.`);
  }
  return {
    ...others,
    firstPartnerModel: others.firstPartnerModel ?? partnerAModel,
    secondPartnerModel: others.secondPartnerModel ?? partnerBModel,
  };
}
