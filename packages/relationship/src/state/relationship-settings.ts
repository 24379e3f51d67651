import { z } from 'zod';

export const CHOICE_MODES = ['free', 'offered'] as const;
export const REFLECTION_MODES = ['scene', 'off'] as const;

/** What may be turned in a relationship simulation; part of a run's identity. */
export interface RelationshipSettings {
  /** How many scenes a run has. @default 10 */
  readonly scenes: number;
  /** How often, in each scene, something happens and somebody acts. Each is three model calls one after another. @default 2 */
  readonly interactionsPerScene: number;
  /** `offered`: the director offers three or four options and the partner takes one; `free`: the partner decides freely. @default 'free' */
  readonly choices: (typeof CHOICE_MODES)[number];
  /** `scene`: both partners look back after every scene (two calls a scene, off the longest path). @default 'scene' */
  readonly reflection: (typeof REFLECTION_MODES)[number];
  /** Whether the partner who does not act is appraised too (one call an interaction, off the longest path). @default true */
  readonly partnerAppraisal: boolean;
  /** Whether the director gives each partner something private to bring into a scene (one call a scene, off the longest path). @default true */
  readonly context: boolean;
  /** What a partner, and the director, has before its eyes of the past: at most this many tokens. @default 3000 */
  readonly historyTokens: number;
  /** How many long-term memories come to mind when a scene opens; with 0, nothing is asked about memories at all. @default 3 */
  readonly recalledMemories: number;
  /** How far recall goes by meaning, from 0 (by feeling alone: nothing is embedded) to 1 (by meaning alone). @default 0.7 */
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
