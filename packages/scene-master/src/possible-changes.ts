import type { CoupleChange, CoupleStage, Stage } from '@entente/relationship';

/** Stages of partners who could separate. */
const TOGETHER: readonly CoupleStage[] = ['dating', 'together', 'engaged', 'married'];

/** Facts that the two may bring about in a scene: those of its opening, and for partners who are at least dating that they separate. */
export function possibleChanges({ opening: { mayBring }, couple: { bond, stage } }: Stage): readonly CoupleChange[] {
  const canSeparate = bond === 'partners' && TOGETHER.includes(stage);
  const isListed = mayBring.some(({ fact, to }) => fact === 'stage' && to === 'separated');
  return canSeparate && !isListed ? [...mayBring, { fact: 'stage', to: 'separated' }] : mayBring;
}
