import { PROMPT_SETS } from '@entente/diplomacy-game';
import { parsePhase, parseRulebook, POWERS } from '@entente/diplomacy-rules';
import type { StudyProgram } from '@entente/studies';
import { z } from 'zod';

const PROMPT_SET_NAMES = Object.keys(PROMPT_SETS) as (keyof typeof PROMPT_SETS)[];

const yesOrNo = z.boolean({ error: 'write true or false' });
const wholeNumber = (least: number) =>
  z.int({ error: `write a whole number from ${least}` }).min(least, { error: `write a whole number from ${least}` });
const modelId = z
  .string({ error: 'write a model id' })
  .refine((id) => !id.includes('#'), { error: 'keys come from the environment or .env, never from a study file' });

/** What a study file may set of a game; what is left out is as `lm-game play` has it. */
export const gameSettingSchemas = {
  /** The last year that is played; this or `endAtPhase` must be there. */
  maxYear: wholeNumber(1901),
  endAtPhase: z.string().refine((name) => parsePhase(name) !== null, { error: 'write a phase, e.g. F1903M' }),
  /** A draw once no centre has changed hands for so many years. */
  drawAfterYears: wholeNumber(1),
  negotiationRounds: wholeNumber(0),
  adaptiveRounds: yesOrNo,
  planning: yesOrNo,
  phaseSummaries: yesOrNo,
  /** A name, or an object with a `preset` and switches. */
  rulebook: z.unknown().transform((value, context) => {
    const { choice, problem } = parseRulebook(value);
    if (problem === undefined) return choice;
    context.addIssue({ code: 'custom', message: problem });
    return z.NEVER;
  }),
  /** One of our prompt sets. */
  prompts: z.enum(PROMPT_SET_NAMES, { error: `write one of ${PROMPT_SET_NAMES.join(', ')}` }),
  /** A folder of the user's own prompts, over the set named by `prompts`. */
  promptsDir: z.string({ error: 'write a folder' }),
  countrySpecificPrompts: yesOrNo,
  /** Free text first, then a second call that brings it into shape. */
  twoStep: yesOrNo,
  formatterModel: modelId,
  narratorModel: modelId,
  /** Most tokens of one reply. */
  maxReplyTokens: wholeNumber(1),
} as const;

/** What `lm-game batch` runs. */
export const gameStudyProgram: StudyProgram = {
  name: 'diplomacy',
  settings: gameSettingSchemas,
  seats: POWERS,
  measures: ['score', 'centers', 'orderSuccess'],
};
