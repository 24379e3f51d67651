import type { z } from 'zod';
import type { StructuredRung } from '../language-model.js';
import type { ModelCapabilities } from './capabilities.js';

/** Settings that a model may not take, by the names `Sampling` gives them. */
export const SETTING_NAMES = ['temperature', 'topP', 'seed', 'reasoningEffort', 'maxOutputTokens'] as const;
export type SettingName = (typeof SETTING_NAMES)[number];

/** Settings whose value is a number with a least and a greatest value. */
export type NumericSetting = Exclude<SettingName, 'reasoningEffort' | 'seed'>;

/** Bounds of a number, both of them values that are taken. */
export interface Bounds {
  readonly least?: number | undefined;
  readonly most?: number | undefined;
}

/** How the instructions travel: in a role of their own, by either name, or at the head of the first user turn. */
export const SYSTEM_ROLES = ['system', 'developer', 'user'] as const;
export type SystemRole = (typeof SYSTEM_ROLES)[number];

/**
 * One thing that a model was found not to take, and what is done about it. `reason`: the words of the provider, or ours where it
 * gave none.
 */
export type Lesson = { readonly reason: string } & (
  | { readonly kind: 'drop'; readonly parameter: SettingName }
  /** A number of the user's own in `providerOptions.body`. */
  | { readonly kind: 'drop-field'; readonly field: string }
  /** `once`: the bound is that of this one prompt, and nothing is learnt for the next. */
  | { readonly kind: 'bounds'; readonly parameter: NumericSetting; readonly bounds: Bounds; readonly once?: true | undefined }
  | { readonly kind: 'efforts'; readonly allowed: readonly string[] }
  | { readonly kind: 'max-tokens-field'; readonly field: ModelCapabilities['maxTokensField'] }
  /** For one schema alone where one is named, else for the model. */
  | { readonly kind: 'rung'; readonly from: StructuredRung; readonly to: StructuredRung; readonly schema?: z.ZodType | undefined }
  /** The schema is sent, but not as a strict one. */
  | { readonly kind: 'loose-schema'; readonly schema: z.ZodType }
  | { readonly kind: 'system-role'; readonly role: SystemRole }
  /** Turns of one role in a row become one turn. */
  | { readonly kind: 'merge-turns' }
  /** A conversation that ends with a turn of the assistant gets one of the user's behind it. */
  | { readonly kind: 'end-with-user' }
);

/** Key of a lesson: two lessons with the same key are the same, and are reported once. */
export function lessonKey(lesson: Lesson): string {
  switch (lesson.kind) {
    case 'drop':
      return `drop ${lesson.parameter}`;
    case 'drop-field':
      return `drop-field ${lesson.field}`;
    case 'bounds':
      return `bounds ${lesson.parameter} ${lesson.bounds.least ?? ''}..${lesson.bounds.most ?? ''}`;
    case 'efforts':
      return `efforts ${lesson.allowed.join(' ')}`;
    case 'max-tokens-field':
      return `max-tokens-field ${lesson.field}`;
    case 'rung':
      return `rung ${lesson.from}>${lesson.to}`;
    case 'system-role':
      return `system-role ${lesson.role}`;
    case 'loose-schema':
    case 'merge-turns':
    case 'end-with-user':
      return lesson.kind;
    default:
      return lesson satisfies never;
  }
}
