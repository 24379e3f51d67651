import { type GenerateRequest, nearestName } from '@entente/llm-clients';
import { UsageError } from '../cli/console-error.js';
import type { VerbCall } from '../cli/verb.js';
import { formatRequest } from './format-request.js';

const ACTIONS = ['list', 'show', 'check', 'export'] as const;

/** Actions of a verb `prompts`. Each returns the exit code. */
export interface PromptsVerb<Name extends string> {
  readonly names: readonly Name[];
  readonly list: () => Promise<number>;
  /** Renders a prompt as it is sent to a model. */
  readonly request: (name: Name) => Promise<GenerateRequest>;
  readonly check: (folder: string) => Promise<number>;
  readonly exportTo: (folder: string) => Promise<number>;
}

/** Lists prompts, shows one, checks or writes a folder of them; returns the exit code. @throws UsageError */
export async function runPromptsVerb<Name extends string>(
  { words: [action = 'list', word], io }: Pick<VerbCall<object>, 'words' | 'io'>,
  { names, list, request, check, exportTo }: PromptsVerb<Name>,
): Promise<number> {
  switch (action) {
    case 'list':
      return list();
    case 'show': {
      const shown = formatRequest(await request(chooseName(word, names)), io);
      io.stdout.write(`${shown}\n`);
      return 0;
    }
    case 'check':
      return check(word ?? refuse('Say which folder to check: prompts check my-prompts.'));
    case 'export':
      return exportTo(word ?? refuse('Say where to: prompts export my-prompts.'));
    default: {
      const near = nearestName(action, ACTIONS);
      return refuse(
        `prompts cannot "${action}"${near === undefined ? '' : ` (did you mean ${near}?)`}; write prompts ${ACTIONS.join(', prompts ')}.`,
      );
    }
  }
}

function chooseName<Name extends string>(word: string | undefined, names: readonly Name[]): Name {
  if (word === undefined) return refuse(`Say which prompt to show: ${names.join(', ')}.`);
  const found = names.find((each) => each === word);
  if (found !== undefined) return found;
  const near = nearestName(word, names);
  return refuse(
    `There is no prompt "${word}"${near === undefined ? '' : ` (did you mean ${near}?)`}; there are ${names.join(', ')}.`,
  );
}

function refuse(message: string): never {
  throw new UsageError(message);
}
