import { definePrompt, fillWord } from '@entente/llm-clients';
import { type BeatPlace, type Partner, PARTNERS, type SceneOption, type Stage } from '@entente/relationship';
import { z } from 'zod';
import { tieText } from './couple-lines.js';
import { type Direction, stageMessages } from './director-messages.js';

/** Beat as the model gives it. */
export interface BeatReply {
  readonly narrative: string;
  readonly only_A: string;
  readonly only_B: string;
  readonly actor: Partner;
  readonly question: string;
  /** Absent where none were to be offered. */
  readonly options?: readonly SceneOption[] | undefined;
}

const narrated = z.string().trim().max(4000);
const option = z.object({ id: z.string().trim().min(1).max(8), action: z.string().trim().min(1).max(500) });

/** Schemas of a beat, each made once: only those who may act are actors, and options are asked for only where they are offered. */
const SCHEMAS = { A: schemasOf(['A']), B: schemasOf(['B']), both: schemasOf(PARTNERS) };

function schemasOf(actors: readonly Partner[]): { readonly [Way in 'free' | 'offered']: z.ZodType<BeatReply> } {
  const shape = {
    narrative: narrated,
    only_A: narrated,
    only_B: narrated,
    actor: z.enum(actors),
    question: z.string().trim().min(1).max(1000),
  };
  return { free: z.object(shape), offered: z.object({ ...shape, options: z.array(option) }) };
}

function schemaFor({ mayAct, offerOptions }: BeatPlace): z.ZodType<BeatReply> {
  const [first, second] = mayAct;
  return SCHEMAS[second === undefined && first !== undefined ? first : 'both'][offerOptions ? 'offered' : 'free'];
}

interface ProgressInput extends Direction {
  readonly stage: Stage;
  readonly place: BeatPlace;
}

/** Asks for the next beat of a scene and whose move it is. */
export const progressPrompt = definePrompt<ProgressInput, BeatReply>({
  name: 'progress',
  version: '6',
  schemaFor: ({ place }) => schemaFor(place),
  render: (input) => stageMessages(input, input.stage, taskLines(input)),
});

function taskLines({ partners, words, stage, place }: ProgressInput): readonly string[] {
  const { beat, beats, mayAct, offerOptions } = place;
  const [only] = mayAct;
  const mover =
    mayAct.length === 1 && only !== undefined
      ? fillWord(words, 'may-act.one', { id: only, name: partners[only].name })
      : words['may-act.both'];
  return [
    fillWord(words, 'task.progress', { beat, beats }),
    words[beat === 1 ? 'progress.first' : 'progress.later'],
    ...(beat === beats ? [words['progress.last']] : []),
    words[beat === 1 ? 'progress.narrative-first' : 'progress.narrative'],
    fillWord(words, 'progress.parts', { mayAct: mover }),
    ...(offerOptions ? [fillWord(words, 'progress.options', { tie: tieText(words, stage.couple) })] : []),
    fillWord(words, 'answer.json', { shape: shapeOf(mayAct, offerOptions) }),
  ];
}

function shapeOf(mayAct: readonly Partner[], offerOptions: boolean): string {
  const actor = mayAct.map((partner) => `"${partner}"`).join(' | ');
  const options = offerOptions ? ', "options": [{"id": string, "action": string}]' : '';
  return `{"narrative": string, "only_A": string, "only_B": string, "actor": ${actor}, "question": string${options}}`;
}
