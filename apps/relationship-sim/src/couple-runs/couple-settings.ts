import { nearestName } from '@entente/llm-clients';
import { RELATIONSHIP_SETTINGS } from '@entente/relationship';
import { shippedLibrary } from '@entente/relationship/node';
import { settingOptions } from '@entente/run-console';
import { defineSettings, type GivenSettings, modelId, numberBetween, oneOf } from '@entente/studies/settings';
import { z } from 'zod';

const NO_COUPLES = 'write a couple, several, or all';

/** One name or several; always a list once it is read. */
const coupleNames = z
  .union([z.string(), z.array(z.string(), { error: NO_COUPLES }).min(1, { error: NO_COUPLES })], { error: NO_COUPLES })
  .transform((names): readonly string[] => (typeof names === 'string' ? [names] : names))
  .superRefine((names, context) => {
    const ids = shippedLibrary().couples.map(({ id }) => id);
    const unknown = names.find((name) => !ids.includes(name) && name !== 'all');
    if (unknown === undefined) return;
    const near = nearestName(unknown, ids);
    const suggestion = near === undefined ? `there are ${ids.join(', ')}` : `did you mean ${near}?`;
    context.addIssue({ code: 'custom', message: `there is no couple "${unknown}"; ${suggestion}` });
  });

/** All settings of couples' runs: who lives through what, played by which models. */
export const COUPLE_SETTINGS = defineSettings({
  couples: {
    schema: coupleNames,
    help: 'names of couples, or all; each plays every seed',
    defaultText: 'all',
    flag: '--pairs <list>',
    isList: true,
    spec: 'couple',
  },
  roles: {
    schema: oneOf(['drawn', 'as-listed']),
    help: 'who stands as A and who as B in scenarios: drawn from couple and seed and swapped with each replicate, or the first of the couple as A',
    default: 'drawn',
    flag: '--roles <how>',
    spec: 'roles',
  },
  model: {
    schema: modelId,
    help: 'model that plays every part: offline, openai:gpt-4o-mini, anthropic:..., [provider:]model[@url][#key]',
    flag: '--model <id>',
    isModel: true,
    spec: 'models',
    fork: ['model'],
  },
  firstPartnerModel: {
    schema: modelId,
    help: 'model that plays the first partner of the couple, in whatever role',
    defaultText: 'model',
    isModel: true,
    spec: 'models.actor',
    fork: ['firstPartner.model'],
  },
  secondPartnerModel: {
    schema: modelId,
    help: 'model that plays the second partner of the couple, in whatever role',
    defaultText: 'model',
    isModel: true,
    spec: 'models.secondActor',
    fork: ['secondPartner.model'],
  },
  partnerAModel: {
    schema: modelId,
    help: 'former name of firstPartnerModel',
    isModel: true,
    spec: 'models.actor',
    fork: ['partner.A.model'],
  },
  partnerBModel: {
    schema: modelId,
    help: 'former name of secondPartnerModel',
    isModel: true,
    spec: 'models.secondActor',
    fork: ['partner.B.model'],
  },
  directorModel: {
    schema: modelId,
    help: 'model that directs the scenes',
    defaultText: 'model',
    isModel: true,
    spec: 'models.director',
    fork: ['directorModel'],
  },
  judgeModel: {
    schema: modelId,
    help: 'model that scores commitment',
    defaultText: 'the model that directs',
    flag: '--judge-model <id>',
    isModel: true,
    spec: 'models.judge',
    fork: ['judgeModel'],
  },
  embeddingModel: {
    schema: modelId,
    help: 'model that finds memories by meaning; none finds them by their words',
    defaultText: 'offline beside an offline model, otherwise none',
    flag: '--embedding-model <id>',
    isModel: true,
    spec: 'models.embedding',
  },
  promptsDir: {
    schema: z.string({ error: 'write a folder' }).min(1, { error: 'write a folder' }),
    help: 'folder with prompts and rubrics of your own; checked before a run begins, and kept in its record',
    flag: '--prompts-dir <folder>',
    spec: 'words',
    fork: ['promptsDir'],
  },
  temperature: {
    schema: numberBetween(0, 2),
    help: 'temperature of every call of the partners and of the director',
    defaultText: 'what each model does by itself',
    flag: '--temperature <t>',
    spec: 'sampling.temperature',
    fork: ['temperature'],
  },
  judgeTemperature: {
    schema: numberBetween(0, 2),
    help: 'temperature of the judge',
    defaultText: 'what the model does by itself',
    flag: '--judge-temperature <t>',
    spec: 'sampling.judgeTemperature',
    fork: ['judgeTemperature'],
  },
  ...RELATIONSHIP_SETTINGS,
});

/** Settings of couples' runs as a command or a study gives them. */
export type GivenCoupleSettings = GivenSettings<typeof COUPLE_SETTINGS>;

/** Options of every verb that plays; `couples` belongs to those that play many. */
export const { couples: couplesOption, ...coupleSettingOptions } = settingOptions(COUPLE_SETTINGS);
