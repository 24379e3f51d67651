import { definePrompt, fillWord } from '@entente/llm-clients';
import { onOneLine, RELATION_STATE_NAMES, RELATION_STATES, type Stage } from '@entente/relationship';
import { z } from 'zod';
import { changeText, tieText } from './couple-lines.js';
import { type Direction, stageMessages } from './director-messages.js';

/** Changes as the model gives them; names, values, ids and quotes are checked afterwards. */
export interface AssessmentReply {
  readonly states: readonly { readonly state: string; readonly to: string; readonly quote: string }[];
  readonly facts: readonly { readonly fact: string; readonly to: string; readonly quote: string }[];
  readonly told: readonly { readonly id: string; readonly quote: string }[];
}

const word = z.string().trim().max(200);
const quote = z.string().trim().max(1000);
const schema: z.ZodType<AssessmentReply> = z.object({
  states: z.array(z.object({ state: word, to: word, quote })).max(16),
  facts: z.array(z.object({ fact: word, to: word, quote })).max(16),
  told: z.array(z.object({ id: word, quote })).max(32),
});

const SHAPE =
  '{"states": [{"state": string, "to": string, "quote": string}], "facts": [{"fact": string, "to": string, "quote": string}], "told": [{"id": string, "quote": string}]}';

interface AssessmentInput extends Direction {
  readonly stage: Stage;
}

/** Asks which states, facts and secrets a scene changed. */
export const assessScenePrompt = definePrompt<AssessmentInput, AssessmentReply>({
  name: 'assess-scene',
  version: '1',
  schema,
  render: (input) =>
    stageMessages(input, input.stage, [
      input.words['task.assess-scene'],
      fillWord(input.words, 'assess.states', { states: stateLines(input), tie: tieText(input.words, input.stage.couple) }),
      factSection(input),
      secretSection(input),
      fillWord(input.words, 'answer.json', { shape: SHAPE }),
    ]),
});

function stateLines({ words, stage }: AssessmentInput): string {
  return RELATION_STATE_NAMES.map((state) => {
    const known = stage.relation[state];
    return fillWord(words, 'state.line', {
      state,
      now: known === 'unknown' ? words['state.unknown'] : known,
      values: RELATION_STATES[state].join(', '),
      meaning: words[`state.${state}`],
    });
  }).join('\n');
}

function factSection({ words, partners, stage }: AssessmentInput): string {
  const lines = stage.opening.mayBring.map((change) =>
    fillWord(words, 'fact.line', { fact: change.fact, to: change.to, meaning: changeText(words, partners, change) }),
  );
  return lines.length > 0 ? fillWord(words, 'assess.facts', { facts: lines.join('\n') }) : words['assess.no-facts'];
}

function secretSection({ words, partners, stage }: AssessmentInput): string {
  const lines = stage.secrets.map(({ id, owner, text }) =>
    fillWord(words, 'secret.line', { id, name: partners[owner].name, text: onOneLine(text) }),
  );
  return lines.length > 0 ? fillWord(words, 'assess.told', { secrets: lines.join('\n') }) : words['assess.no-secrets'];
}
