import type { ClientConfig } from '@entente/llm-clients';
import type { Addresses } from '@entente/simulation-core';

/** A line for each entry of the config file that is written for the old address of a model that moves, and not for its new one. */
export function settingsLeftBehind({ models = {} }: ClientConfig, moves: Iterable<Addresses>): readonly string[] {
  const lines = [...moves].flatMap((addresses) =>
    Object.entries(addresses).flatMap(([model, address]) => {
      const moved = `${model.replace(/@https?:.*$/is, '')}@${address}`;
      return models[model] === undefined || models[moved] !== undefined
        ? []
        : [`The config file has settings of ${model}, which do not move: write them under models for ${moved} too.`];
    }),
  );
  return [...new Set(lines)];
}
