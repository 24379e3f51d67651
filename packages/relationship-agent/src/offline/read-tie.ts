import { type BONDS, COUPLE_STAGES, type CoupleStage, type Living, LIVING } from '@entente/relationship';
import { readTone } from '@entente/relationship/offline';
import { AGENT_WORDS } from '../prompts/agent-words.js';

/** Bond, stage and household as a prompt tells them. */
export interface TieRead {
  readonly bond: (typeof BONDS)[number];
  readonly stage: CoupleStage;
  /** Undefined if the prompt does not say. */
  readonly living: Living | undefined;
}

/** Reads the tie off the card of the other one; a couple where nothing is told. Whoever remembers the end of it has separated. */
export function readTie(lines: readonly string[], stories: readonly string[]): TieRead {
  const card = lines.slice(0, 4).join('\n');
  const isOver = stories.some((story) => readTone(story).ending > 0);
  const stage = COUPLE_STAGES.find((each) => beginningsOf(each).some((beginning) => card.includes(beginning)));
  return {
    bond: / your friend\./.test(card) ? 'friends' : /the two of you are family/.test(card) ? 'family' : 'partners',
    stage: isOver ? 'separated' : (stage ?? 'together'),
    living: LIVING.find((each) => card.includes(` ${AGENT_WORDS[`living.${each}`]}`)),
  };
}

/** Whether two with this tie know each other too little to have a past. */
export function haveJustMet({ stage }: Pick<TieRead, 'stage'>): boolean {
  return stage === 'strangers' || stage === 'acquainted';
}

/** Words that a sentence about a stage begins with. */
function beginningsOf(stage: CoupleStage): readonly string[] {
  const timed = stage === 'dating' || stage === 'together' ? [AGENT_WORDS[`stage.${stage}.for`].split(' {')[0] ?? ''] : [];
  return [AGENT_WORDS[`stage.${stage}`], ...timed];
}
