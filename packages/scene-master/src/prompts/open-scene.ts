import { definePrompt } from '@entente/llm-clients';
import type { ByPartner, Character } from '@entente/relationship';
import { z } from 'zod';
import type { Scenario } from '../scenarios/scenario.js';
import { directorMessages } from './director-messages.js';

/** Opening of a scene as the model gives it; the turning point is given to the model. */
export interface OpeningReply {
  readonly theme: string;
  readonly setting: string;
  readonly others: readonly string[];
  readonly situation: string;
  readonly conflict: string;
  readonly goal_A: string;
  readonly goal_B: string;
}

const text = z.string().trim().min(1).max(3000);
const schema: z.ZodType<OpeningReply> = z.object({
  theme: text,
  setting: text,
  others: z.array(z.string().trim().min(1).max(200)).max(12),
  situation: text,
  conflict: text,
  goal_A: text,
  goal_B: text,
});

interface OpeningInput {
  readonly partners: ByPartner<Character>;
  readonly story: readonly string[];
  /** Number of the scene to open, from 1. */
  readonly scene: number;
  /** Scenario with names in place of the placeholders. */
  readonly scenario: Scenario;
}

const SHAPE = `Keep to this scenario in substance; make it this couple's own: particular people, particular things, nothing that contradicts what has happened.
- theme: under ten words. setting: place and time in one or two sentences. others: who else is there, if anybody.
- situation: under 120 words, up to the moment at which one of them has to do something. Do not let them do it.
- conflict: one sentence. goal_A, goal_B: what each wants from this scene, one sentence each, known only to that partner.
Answer as JSON: {"theme": string, "setting": string, "others": [string], "situation": string, "conflict": string, "goal_A": string, "goal_B": string}`;

function scenarioText({ category, turningPoint, setting, situation, conflict }: Scenario): string {
  return `THE SCENARIO\nKind: ${category}\nTurning point: ${turningPoint}\nSetting: ${setting}\nSituation: ${situation}\nConflict: ${conflict}`;
}

/** Asks for the first scene of a run. */
export const initializePrompt = definePrompt<OpeningInput, OpeningReply>({
  name: 'initialize',
  version: '1',
  schema,
  render: ({ partners, story, scene, scenario }) =>
    directorMessages(partners, { story }, `YOUR TASK: OPEN SCENE ${scene}, THE FIRST\n${SHAPE}\n\n${scenarioText(scenario)}`),
});

/** Asks for a later scene: it shows the summaries of earlier scenes, and time may have passed. */
export const nextScenePrompt = definePrompt<OpeningInput, OpeningReply>({
  name: 'next-scene',
  version: '1',
  schema,
  render: ({ partners, story, scene, scenario }) =>
    directorMessages(
      partners,
      { story },
      `YOUR TASK: OPEN SCENE ${scene}\nIt follows from the story so far. Days or months may have passed; say how many, and let what is unresolved show.\n${SHAPE}\n\n${scenarioText(scenario)}`,
    ),
});
