import { type LanguageModel, modelCallStructured, modelCallUnstructured, type ReplyError } from '@entente/llm-clients';
import { cutText, settleReply } from '@entente/llm-clients/contract';
import { inParallel, type Program, type Scope, type StepScope } from '@entente/simulation-core';
import type { AnalysisFact, JudgementMissing, PhaseJudged } from '../analysis/analysis-facts.js';
import { type AnalysisState, applyAnalysisFact, initialAnalysis } from '../analysis/analysis-state.js';
import type { GameMaterial } from '../analysis/material/game-material.js';
import type { PhaseMaterial } from '../analysis/material/phase-material.js';
import { acceptMoments } from '../analysis/moments/accept-moments.js';
import { acceptPromises } from '../analysis/promises/accept-promises.js';
import { checkPromise } from '../analysis/promises/check-promise.js';
import { judgePromises, withoutOpinion } from '../analysis/promises/judge-promises.js';
import { extractPromisesPrompt } from './prompts/extract-promises.js';
import { judgePhasePrompt } from './prompts/judge-phase.js';
import { tellTheGamePrompt } from './prompts/tell-the-game.js';

/** Program kind of analyses, in headers of runs. */
export const ANALYSIS_KIND = 'diplomacy-analysis';

type AnalysisScope = StepScope<AnalysisState, AnalysisFact>;

/**
 * The analysis of a finished game in three steps: promises of every phase (all phases side by side), then moments of every phase and verdicts
 * on the promises that fell due in it (again side by side), then the story of the game.
 */
export function analysisProgram(game: GameMaterial, judge: LanguageModel): Program<AnalysisState, AnalysisFact> {
  const { phases } = game;
  return {
    kind: ANALYSIS_KIND,
    initial: initialAnalysis,
    apply: applyAnalysisFact,
    nextStep: (state) => nextStep(state, phases.length),
    step: async (scope, state) => {
      switch (nextStep(state, phases.length)) {
        case 'promises':
          return findPromises(scope, phases, judge);
        case 'moments':
          return judgePhases(scope, phases, judge);
        default:
          return tellTheGame(scope, game, judge);
      }
    },
  };
}

function nextStep({ found, judged, story, missing }: AnalysisState, phases: number): JudgementMissing['part'] | undefined {
  if (found.length < phases) return 'promises';
  if (judged.length < phases) return 'moments';
  return story === null && !missing.some(({ part }) => part === 'story') ? 'story' : undefined;
}

async function findPromises(scope: AnalysisScope, phases: readonly PhaseMaterial[], judge: LanguageModel): Promise<void> {
  const facts = await inParallelByPhase(scope, phases, async (branch, material): Promise<readonly AnalysisFact[]> => {
    const { phase } = material;
    // Without press there are no promises.
    if (material.press.length === 0) return [{ type: 'promises-found', phase, promises: [], dropped: [] }];
    const reply = await settleReply(modelCallStructured(branch.recorded(judge), extractPromisesPrompt.with({ material })));
    const { promises, dropped } = acceptPromises(reply.ok ? reply.value.promises : [], { material, phases });
    const checked = promises.map((promise) => ({ ...promise, ...checkPromise(promise, phases) }));
    return [
      ...(reply.ok ? [] : [toMissing('promises', phase, reply.error)]),
      { type: 'promises-found', phase, promises: checked, dropped },
    ];
  });
  for (const fact of facts) scope.record(fact);
}

async function judgePhases(scope: AnalysisScope, phases: readonly PhaseMaterial[], judge: LanguageModel): Promise<void> {
  const all = scope.state.found.flatMap(({ promises }) => promises);
  const facts = await inParallelByPhase(scope, phases, async (branch, material): Promise<readonly AnalysisFact[]> => {
    const { phase } = material;
    const promises = all.filter(({ judgedIn }) => judgedIn === phase);
    const reply = await settleReply(modelCallStructured(branch.recorded(judge), judgePhasePrompt.with({ material, promises })));
    if (!reply.ok) {
      const judged: PhaseJudged = {
        type: 'phase-judged',
        phase,
        moments: null,
        promises: promises.map(withoutOpinion),
        dropped: [],
      };
      return [toMissing('moments', phase, reply.error), judged];
    }
    const moments = acceptMoments(reply.value.moments, material);
    const judged = judgePromises(promises, reply.value.promises, material);
    const dropped = [...moments.dropped, ...judged.dropped];
    return [{ type: 'phase-judged', phase, moments: moments.moments, promises: judged.promises, dropped }];
  });
  for (const fact of facts) scope.record(fact);
}

async function tellTheGame(scope: AnalysisScope, game: GameMaterial, judge: LanguageModel): Promise<void> {
  const prompt = tellTheGamePrompt.with({ game, analysis: scope.state });
  const reply = await settleReply(modelCallUnstructured(scope.recorded(judge), prompt));
  scope.record(reply.ok ? { type: 'game-told', text: reply.value } : toMissing('story', null, reply.error));
}

async function inParallelByPhase(
  scope: Scope,
  phases: readonly PhaseMaterial[],
  branch: (scope: Scope, material: PhaseMaterial) => Promise<readonly AnalysisFact[]>,
): Promise<readonly AnalysisFact[]> {
  const byName = new Map(phases.map((material) => [material.phase, material]));
  const facts = await inParallel(scope, [...byName.keys()], (phase, own) => branch(own, byName.get(phase)!));
  return phases.flatMap(({ phase }) => facts[phase] ?? []);
}

const toMissing = (part: JudgementMissing['part'], phase: string | null, error: ReplyError): JudgementMissing => ({
  type: 'judgement-missing',
  part,
  phase,
  reason: error.kind,
  detail: cutText(error.message, 300),
});
