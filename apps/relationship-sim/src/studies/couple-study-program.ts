import { nearestName } from '@entente/llm-clients';
import { DEFAULT_RELATIONSHIP_SETTINGS, type RelationshipSettings, relationshipSettingsSchema } from '@entente/relationship';
import type { StudyProgram } from '@entente/studies';
import { z } from 'zod';
import { COUPLES } from '../couples/couples.js';

const COUPLE_IDS = COUPLES.map(({ id }) => id);

const coupleName = z.string({ error: 'write a couple, several, or all' }).superRefine((name, context) => {
  if (COUPLE_IDS.includes(name) || name === 'all') return;
  const near = nearestName(name, COUPLE_IDS);
  const suggestion = near === undefined ? `there are ${COUPLE_IDS.join(', ')}` : `did you mean ${near}?`;
  context.addIssue({ code: 'custom', message: `there is no couple "${name}"; ${suggestion}` });
});
const modelId = z
  .string({ error: 'write a model id' })
  .min(1, { error: 'write a model id' })
  .refine((id) => !id.includes('#'), { error: 'keys come from the environment or .env, never from a study file' });

/** Who is simulated by whom. What is left out is as `relationship-sim batch` has it. */
export const castSchemas = {
  /** One couple, several, or `all`; each plays every seed of every condition. */
  couples: z.preprocess(
    (written) => (Array.isArray(written) ? (written as unknown[]) : [written]),
    z.array(coupleName).min(1, { error: 'name at least one couple' }),
  ),
  /** For everybody, unless one of the next says otherwise for one. */
  model: modelId,
  partnerAModel: modelId,
  partnerBModel: modelId,
  directorModel: modelId,
  judgeModel: modelId,
  /** Finds memories by meaning; `none`: by feeling alone. */
  embeddingModel: modelId,
} as const;

/** What `relationship-sim batch` runs. */
export const coupleStudyProgram: StudyProgram = {
  name: 'relationship',
  settings: {
    ...castSchemas,
    ...Object.fromEntries(
      Object.keys(DEFAULT_RELATIONSHIP_SETTINGS).map((name) => [name, settingSchema(name as keyof RelationshipSettings)]),
    ),
  },
  seats: [],
  measures: ['finalCommitment', 'finalGap', 'meanCommitment', 'missingShare'],
};

/** What may be written for one of the relationship's settings, whatever the others are. */
function settingSchema(name: keyof RelationshipSettings): z.ZodType {
  return z.unknown().superRefine((value, context) => {
    const parsed = relationshipSettingsSchema.safeParse({ ...DEFAULT_RELATIONSHIP_SETTINGS, [name]: value });
    if (!parsed.success) context.addIssue({ code: 'custom', message: parsed.error.issues[0]?.message ?? 'not understood' });
  });
}
