import { definePrompt, fillWord } from '@entente/llm-clients';
import { RELATION_STATE_NAMES, RELATION_STATES, type Stage } from '@entente/relationship';
import { z } from 'zod';
import { possibleChanges } from '../possible-changes.js';
import { changeText } from './couple-lines.js';
import { type Direction, stageMessages } from './director-messages.js';
import { secretList } from './standing-lines.js';

/** Changes as the model gives them; names, values, ids and quotes are checked afterwards. */
export interface AssessmentReply {
  readonly states: readonly { readonly state: string; readonly to: string; readonly quote: string }[];
  /** Absent where nothing could come about. */
  readonly facts?: readonly { readonly fact: string; readonly to: string; readonly quote: string }[] | undefined;
  /** Absent where nobody keeps a secret. */
  readonly told?: readonly { readonly id: string; readonly quote: string }[] | undefined;
}

const word = z.string().trim().max(200);
const quote = z.string().trim().max(1000);
const states = z.array(z.object({ state: word, to: word, quote })).max(16);
const facts = z.array(z.object({ fact: word, to: word, quote })).max(16);
const told = z.array(z.object({ id: word, quote })).max(32);

/** Schemas of all replies, each made once: zod and the wire formats compile a schema for each object. */
const SCHEMAS = {
  alone: z.object({ states }),
  withFacts: z.object({ states, facts }),
  withSecrets: z.object({ states, told }),
  withBoth: z.object({ states, facts, told }),
};

interface AssessmentInput extends Direction {
  readonly stage: Stage;
}

/** Asks which states, facts and secrets a scene changed. */
export const assessScenePrompt = definePrompt<AssessmentInput, AssessmentReply>({
  name: 'assess-scene',
  version: '4',
  schemaFor: ({ stage }) => {
    const { hasFacts, hasSecrets } = partsOf(stage);
    if (hasFacts) return hasSecrets ? SCHEMAS.withBoth : SCHEMAS.withFacts;
    return hasSecrets ? SCHEMAS.withSecrets : SCHEMAS.alone;
  },
  render: (input) =>
    stageMessages(input, input.stage, [
      input.words['task.assess-scene'],
      fillWord(input.words, 'assess.states', { states: stateLines(input) }),
      ...factSection(input),
      ...secretSection(input),
      fillWord(input.words, 'answer.json', { shape: shapeOf(input.stage) }),
    ]),
});

/** Parts of the reply that a scene has; where nothing can come about, or nobody keeps a secret, none is asked for. */
function partsOf(stage: Stage): { readonly hasFacts: boolean; readonly hasSecrets: boolean } {
  return { hasFacts: possibleChanges(stage).length > 0, hasSecrets: stage.secrets.length > 0 };
}

function shapeOf(stage: Stage): string {
  const { hasFacts, hasSecrets } = partsOf(stage);
  const keys = [
    '"states": [{"state": string, "to": string, "quote": string}]',
    ...(hasFacts ? ['"facts": [{"fact": string, "to": string, "quote": string}]'] : []),
    ...(hasSecrets ? ['"told": [{"id": string, "quote": string}]'] : []),
  ];
  return `{${keys.join(', ')}}`;
}

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

function factSection({ words, partners, stage }: AssessmentInput): readonly string[] {
  const lines = possibleChanges(stage).map((change) =>
    fillWord(words, 'fact.line', { fact: change.fact, to: change.to, meaning: changeText(words, partners, change) }),
  );
  return lines.length > 0 ? [fillWord(words, 'assess.facts', { facts: lines.join('\n') })] : [];
}

function secretSection({ words, partners, stage }: AssessmentInput): readonly string[] {
  const secrets = secretList(words, partners, stage.secrets);
  return secrets === '' ? [] : [fillWord(words, 'assess.told', { secrets })];
}
