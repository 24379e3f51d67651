import type { GenerateRequest, GenerateResult, StructuredRung } from '../language-model.js';
import { holdsObject } from '../replies/strip-thinking.js';
import type { LearnedLimits } from './learned-limits.js';
import type { Lesson } from './lesson.js';
import { lowerRung } from './refusals/read-refusal.js';
import type { RequestPlan } from './request-plan.js';
import type { Teller } from './teller.js';

/** Replies in a row without any form, before a rung that has never worked is held to be overlooked by the server. */
const FORMLESS_IN_A_ROW = 2;

/** Notices servers that ignore the requested shape of a reply and answer in prose. */
export interface FormWatch {
  noteReply(result: GenerateResult, plan: RequestPlan, request: GenerateRequest): void;
}

/**
 * After two complete replies in a row in which there is no object at all, on a rung that has never given one, the next rung is used, on
 * record and told once. A rung that the user has set stays.
 */
export function createFormWatch({
  limits,
  rungs,
  tell,
  isSet,
}: {
  readonly limits: LearnedLimits;
  readonly rungs: readonly StructuredRung[];
  readonly tell: Teller;
  readonly isSet: boolean;
}): FormWatch {
  return {
    noteReply({ text, finishReason }, { format }, { schema }) {
      // An empty or cut reply tells nothing about the server.
      if (!format || !schema || format.rung === 'prompt' || finishReason !== 'stop' || text.trim() === '') return;
      // A reply that was under way when the rung was lowered tells nothing about the next rung.
      const known = limits.known();
      const isCurrent = known.rungFor(schema) === format.rung || (format.rung === 'json-object' && known.takesJsonObject);
      if (!isCurrent) return;
      const formless = limits.noteForm(format.rung, holdsObject(text));
      if (formless < FORMLESS_IN_A_ROW || isSet) return;
      const lesson: Lesson = {
        kind: 'rung',
        from: format.rung,
        to: lowerRung(format.rung, rungs),
        reason: `its last ${String(formless)} replies were prose, so the server overlooks what asks for the shape`,
      };
      limits.keep([lesson]);
      tell.lesson(lesson);
    },
  };
}
