import { POWERS } from '@entente/diplomacy-rules';
import { withoutUndefined } from '@entente/llm-clients/contract';
import { canonicalJson } from '@entente/simulation-core/journal';
import { modelOf, type ReportedGame } from '../games/reported-game.js';

/** Returns everything but the seed that may differ between games, in words. */
export function gameFacets(game: ReportedGame): Readonly<Record<string, string>> {
  const { settings } = game.state;
  const { labels, forkedFrom } = game.header;
  const { formatter, narrator, promptSets } = partsOf(game.header.spec);
  return {
    ...Object.fromEntries(
      Object.entries(settings ?? {}).map(([name, value]) => [
        `settings.${name}`,
        typeof value === 'string' ? value : canonicalJson(value),
      ]),
    ),
    ...withoutUndefined({
      models: countedModels(game),
      'tested seat': labels['seat'],
      prompts: Object.entries(partsOf(promptSets))
        .map(([name, set]) => `${name} ${String(partsOf(set)['digest']).slice(0, 8)}`)
        .join(' + '),
      formatter: modelIn(formatter),
      narrator: modelIn(narrator),
      fork: forkedFrom && (labels['edit'] ?? 'none'),
    }),
  };
}

/** Returns the part of the spec that games without a study must share to be ranked together: all but the seats. */
export function gameSettings({ header }: Pick<ReportedGame, 'header'>): string {
  const { seats: _who, ...others } = partsOf(header.spec);
  return canonicalJson(others);
}

/** Returns the part of the spec that games must share to form one mean: all but the seed. */
export const wholeSpec = ({ header }: Pick<ReportedGame, 'header'>): string => canonicalJson(header.spec);

const partsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

/** Id in a model's spec; a word such as `own` stays as it is. */
function modelIn(value: unknown): string {
  const { modelId } = partsOf(value);
  return typeof value === 'string' ? value : typeof modelId === 'string' ? modelId : 'none';
}

/** Formats the models of a game without their seats: `bot:hold x 6 + oak`. */
function countedModels({ state }: ReportedGame): string {
  const models = POWERS.map((power) => modelOf(state, power) ?? 'unknown');
  return [...new Set(models)]
    .sort()
    .map((model) => ({ model, seats: models.filter((each) => each === model).length }))
    .map(({ model, seats }) => (seats === 1 ? model : `${model} x ${seats}`))
    .join(' + ');
}
