import { type Plan, plansIn, saysYes } from '@entente/relationship/offline';
import { pickFresh } from './fresh.js';
import type { CharacterReading } from './read-character.js';
import { haveJustMet } from './read-tie.js';
import { AGREEMENTS, PROPOSALS } from './repertoire/plans.js';
import type { Stance } from './repertoire/stance.js';

/** Chance that somebody well disposed proposes what a scene is about. */
const PROPOSES = 0.55;
/** Chance that somebody well disposed agrees to it. */
const AGREES = 0.8;
const WELL_DISPOSED: ReadonlySet<Stance> = new Set<Stance>(['repair', 'validate', 'warm', 'honest', 'cling']);

/** Proposes the plan that a scene is about, or agrees to the other one's proposal; undefined if neither is to be said here. */
export function offlinePlan(reading: CharacterReading, stance: Stance, random: () => number): string | undefined {
  if (!WELL_DISPOSED.has(stance)) return undefined;
  const said = (whose: 'deed' | 'own-deed') => reading.scene.filter(({ kind }) => kind === whose).map(({ words }) => words);
  const theirs = said('deed').join(' ');
  const own = said('own-deed').join(' ');
  const proposed = possible(plansIn(theirs).filter(isProposedIn(theirs)), reading);
  if (proposed.length > 0) return saysYes(own) || random() >= AGREES ? undefined : pickFresh(AGREEMENTS, reading.history, random);
  const [plan] = possible(plansIn(reading.situation), reading);
  if (plan === undefined || isProposedIn(own)(plan) || random() >= PROPOSES) return undefined;
  return pickFresh(PROPOSALS[plan] ?? [], reading.history, random);
}

function isProposedIn(words: string): (plan: Plan) => boolean {
  return (plan) => (PROPOSALS[plan] ?? []).some((sentence) => words.includes(sentence));
}

/** Plans that would change what is true of the two. */
function possible(plans: readonly Plan[], { tie: { bond, stage, living } }: CharacterReading): readonly Plan[] {
  return plans.filter((plan) => {
    if (PROPOSALS[plan] === undefined) return false;
    if (plan === 'stage to dating') return bond === 'friends' || haveJustMet({ stage });
    if (bond !== 'partners' || haveJustMet({ stage })) return false;
    if (plan === 'stage to together') return stage === 'dating' || stage === 'separated';
    if (stage === 'dating' || stage === 'separated') return false;
    if (plan === 'stage to engaged') return stage === 'together';
    if (plan === 'stage to married') return stage === 'engaged';
    if (plan === 'living to together') return living === 'apart' || living === 'long-distance';
    return plan !== 'living to long-distance' || living !== 'long-distance';
  });
}
