import { POWERS } from '@entente/diplomacy-rules';
import { z } from 'zod';

/** Names that the viewer knows; `GLOBAL` and `EUROPE` stand for all powers. */
const player = z.enum([...POWERS, 'GLOBAL', 'EUROPE']);

const lie = z.object({
  phase: z.string(),
  liar: player,
  recipient: player,
  promise: z.string(),
  diary_intent: z.string(),
  actual_action: z.string(),
  intentional: z.boolean(),
  explanation: z.string(),
});

const moment = z.object({
  phase: z.string(),
  category: z.enum(['BETRAYAL', 'COLLABORATION', 'PLAYING_BOTH_SIDES', 'BRILLIANT_STRATEGY', 'STRATEGIC_BLUNDER']),
  powers_involved: z.array(player),
  promise_agreement: z.string(),
  actual_action: z.string(),
  impact: z.string(),
  interest_score: z.number().min(0).max(10),
  raw_messages: z.array(z.unknown()),
  raw_orders: z.record(z.string(), z.unknown()),
  diary_context: z.record(z.string(), z.string()),
});

const models = z.partialRecord(player, z.string());
const counts = z.record(z.string(), z.number());

/** Schema of the file of moments in AI_Diplomacy's viewer (ai_animation), which rejects a file with any wrong entry. */
export const viewerMoments = z.object({
  metadata: z.object({
    game_results_folder: z.string(),
    analysis_timestamp: z.string(),
    model_used: z.string(),
    game_data_path: z.string(),
    power_to_model: models,
  }),
  analysis_results: z.object({ moments: z.array(moment), lies: z.array(lie), invalid_moves_by_model: counts }),
  power_models: models,
  moments: z.array(moment),
  summary: z.object({
    total_moments: z.number(),
    total_lies: z.number(),
    moments_by_category: z.object({
      BETRAYAL: z.number(),
      COLLABORATION: z.number(),
      PLAYING_BOTH_SIDES: z.number(),
      BRILLIANT_STRATEGY: z.number(),
      STRATEGIC_BLUNDER: z.number(),
    }),
    lies_by_power: counts,
    intentional_lies: z.number(),
    unintentional_lies: z.number(),
    score_distribution: z.object({ '9-10': z.number(), '7-8': z.number(), '4-6': z.number(), '1-3': z.number() }),
  }),
  phases_analyzed: z.array(z.string()),
});
