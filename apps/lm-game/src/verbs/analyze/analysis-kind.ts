import type { AnalysisFact, AnalysisState, GameMaterial } from '@entente/diplomacy-analysis';
import { ANALYSIS_KIND, analysisProgram, type AnalysisSpec, toJson } from '@entente/diplomacy-analysis/analyst';
import { analysisResponders } from '@entente/diplomacy-analysis/offline';
import type { Plan, RunKind, Session } from '@entente/run-console/session';
import { runIdentity, type RunSummary } from '@entente/simulation-core';
import type { RunBlueprint } from '@entente/simulation-core/journal';
import type { Row } from '@entente/studies/tables';
import { GAME_WORDS } from '../../runs/game-words.js';
import { VERSION } from '../../version.js';

/** How the shared ways of carrying runs out treat the analysis of this one game: its journal has the judgements, not the game. */
export function analysisKind(game: GameMaterial): RunKind<AnalysisState, AnalysisFact> {
  const specOf = (blueprint: RunBlueprint) => blueprint.spec as unknown as AnalysisSpec;
  return {
    kind: ANALYSIS_KIND,
    words: GAME_WORDS,
    packageVersion: VERSION,
    command: 'npx lm-game',
    responders: analysisResponders,
    modelsOf: (blueprint) => [specOf(blueprint).judge],
    buildProgram: (blueprint, models) => analysisProgram(game, models.languageModel(specOf(blueprint).judge)),
    title: (blueprint) => `analysis of ${specOf(blueprint).game}`,
    plannedSteps: () => 3,
    results: {
      columns: [{ key: 'phases', title: 'phases', meaning: 'Phases that were judged.', unit: 'phases', align: 'right' }],
      row: ({ judged }): Row => ({ phases: judged.length }),
      note: '',
    },
    tables: () => [],
  };
}

/**
 * The analysis as a run beside the game's, `game~s1~9f3a01c2~analysis-1c2d3e4f`: the same request finds the same one, `further` the first
 * replicate that has not come to its end.
 */
export function planAnalysis(
  game: GameMaterial,
  spec: AnalysisSpec,
  { session, known, further }: { readonly session: Session; readonly known: readonly RunSummary[]; readonly further: boolean },
): Plan<AnalysisState, AnalysisFact> {
  const kind = analysisKind(game);
  const seed = '1';
  const described = (replicate: number) => ({ spec: toJson(spec), seed, replicate });
  const named = (replicate: number): string =>
    `${spec.game}~analysis-${runIdentity({ ...described(replicate), program: ANALYSIS_KIND }).slice(0, 8)}`;
  const finished = new Set(known.filter(({ status }) => status === 'completed').map(({ runId }) => runId));
  let replicate = 0;
  if (further) while (finished.has(named(replicate))) replicate += 1;
  const blueprint: RunBlueprint = { spec: toJson(spec) as RunBlueprint['spec'], seed, labels: {} };
  return {
    runId: named(replicate),
    description: described(replicate),
    labels: {},
    blueprint,
    program: () => kind.buildProgram(blueprint, session.models),
  };
}
