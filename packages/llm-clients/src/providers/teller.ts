import type { ClientEvent } from '../model-clients.js';
import type { LearnedLimits } from './learned-limits.js';
import type { Lesson } from './lesson.js';
import type { RequestPlan } from './request-plan.js';

/** Reports, once each and as events, the settings that a model does not take and their replacements. */
export interface Teller {
  /** Reports the settings that a plan leaves out or changes. */
  plan(plan: Pick<RequestPlan, 'dropped' | 'changed'>): void;
  /** Reports the findings of a search. */
  lesson(lesson: Lesson): void;
  cutPrompt(counted: number, estimated: number): void;
}

/** @param model `provider:model`, for the events */
export function createTeller(model: string, limits: LearnedLimits, onEvent: ((event: ClientEvent) => void) | undefined): Teller {
  const tell = (key: string, event: ClientEvent): void => {
    if (onEvent && limits.isNews(key)) onEvent(event);
  };
  const dropped = (parameter: string, reason: string): void =>
    tell(`drop ${parameter}`, { type: 'parameter-dropped', model, parameter, reason });
  const changed = (parameter: string, value: number | string, reason: string): void =>
    tell(`change ${parameter} ${String(value)}`, { type: 'parameter-changed', model, parameter, value, reason });

  return {
    plan(plan) {
      for (const { parameter, reason } of plan.dropped) dropped(parameter, reason);
      for (const { parameter, value, reason } of plan.changed) changed(parameter, value, reason);
    },
    lesson(lesson) {
      const { reason } = lesson;
      if (lesson.kind === 'drop') dropped(lesson.parameter, reason);
      else if (lesson.kind === 'drop-field') dropped(`body.${lesson.field}`, reason);
      else if (lesson.kind === 'system-role') changed('systemRole', lesson.role, reason);
      else if (lesson.kind === 'rung') {
        const { from, to } = lesson;
        tell(`rung ${from}>${to}`, { type: 'rung-lowered', model, from, to, reason });
      }
    },
    cutPrompt: (counted, estimated) => tell('prompt-cut', { type: 'prompt-cut', model, counted, estimated }),
  };
}
