import { z } from 'zod';

export const CHOICE_MODES = ['free', 'offered'] as const;
export const REFLECTION_MODES = ['scene', 'off'] as const;

/** Settings of a relationship simulation; part of a run's identity. */
export interface RelationshipSettings {
  /** Number of scenes of a run. @default 10 */
  readonly scenes: number;
  /** Number of beats of a scene. Each takes three model calls one after another. @default 2 */
  readonly interactionsPerScene: number;
  /** `offered`: the director offers three or four options and the partner takes one; `free`: the partner chooses freely. @default 'free' */
  readonly choices: (typeof CHOICE_MODES)[number];
  /** `scene`: both partners look back after each scene (two calls per scene, off the critical path). @default 'scene' */
  readonly reflection: (typeof REFLECTION_MODES)[number];
  /** Whether the watching partner is appraised too (one call per beat, off the critical path). @default true */
  readonly partnerAppraisal: boolean;
  /** Whether the director gives each partner a private matter to bring into a scene (one call per scene, off the critical path). @default true */
  readonly context: boolean;
  /** Maximum number of tokens of the past that a prompt shows to a partner or to the director. @default 3000 */
  readonly historyTokens: number;
  /** Number of long-term memories that each partner recalls as a scene opens. With 0 no call is made about memories. @default 3 */
  readonly recalledMemories: number;
  /** Weight of meaning in recall, from 0 (feeling alone; nothing is embedded) to 1 (meaning alone). @default 0.7 */
  readonly semanticWeight: number;
}

export const DEFAULT_RELATIONSHIP_SETTINGS: RelationshipSettings = {
  scenes: 10,
  interactionsPerScene: 2,
  choices: 'free',
  reflection: 'scene',
  partnerAppraisal: true,
  context: true,
  historyTokens: 3000,
  recalledMemories: 3,
  semanticWeight: 0.7,
};

export const relationshipSettingsSchema: z.ZodType<RelationshipSettings> = z.strictObject({
  scenes: z.int().min(1),
  interactionsPerScene: z.int().min(1),
  choices: z.enum(CHOICE_MODES),
  reflection: z.enum(REFLECTION_MODES),
  partnerAppraisal: z.boolean(),
  context: z.boolean(),
  historyTokens: z.int().min(500),
  recalledMemories: z.int().min(0),
  semanticWeight: z.number().min(0).max(1),
});
