import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { renderMap } from '@entente/diplomacy-rules';
import { AbortedError, type GenerateRequest, type GenerateResult, type LanguageModel, NO_USAGE } from '@entente/llm-clients';
import { ConsoleError, outputWidth, shownOutput, type TextOutput, wrapText } from '@entente/run-console';
import { complaintAbout } from './check-line.js';
import { createLineReader } from './line-reader.js';
import { type PersonPrompt, readPersonPrompt } from './read-person-prompt.js';

export interface TerminalOptions {
  readonly input: () => Readable;
  readonly output: TextOutput;
  /** File of the picture that `map` draws. */
  readonly folder: string;
}

const HELP = [
  'map    the board as a picture (an SVG file), and who stands where',
  'legal  your legal orders',
  'press  what was said in this phase',
  'board  all of it again',
  'help   this',
  'An empty line ends your answer. Ctrl-C stops the game, which can be resumed.',
].join('\n');

/**
 * The person at the keyboard as a model: prints what is asked and reads lines until an empty one. On record like any answer, so nobody types
 * anything twice; without retry, limit or time-out, and its time counts as none, so that timings stay those of models. Several seats of one
 * table take turns.
 */
export function createTerminalModel({ input, output: given, folder }: TerminalOptions): LanguageModel {
  // The person sees the other powers' messages, too.
  const output = shownOutput(given);
  const reader = createLineReader(input);
  const say = (text: string): void => {
    const width = Math.min(100, outputWidth(output));
    output.write(
      `${text
        .split('\n')
        .map((line) => wrapText(line, width))
        .join('\n')}\n`,
    );
  };
  let turn: Promise<unknown> = Promise.resolve();
  let phaseShown = '';

  const show = ({ power, position, sections, question, again }: PersonPrompt): void => {
    const isKnown = phaseShown === `${position.phase} ${power}`;
    phaseShown = `${position.phase} ${power}`;
    const shown = again ? [] : isKnown ? sections.filter(({ title }) => title.startsWith('PRESS')) : sections;
    say(['', ...shown.flatMap(({ text }) => [text, '']), question, 'Also: map, legal, press, board, help.'].join('\n'));
  };

  const obey = async (command: string, { sections, position, power }: PersonPrompt): Promise<void> => {
    const titled = (start: string): string => sections.find(({ title }) => title.startsWith(start))?.text ?? '';
    if (command === 'help') say(HELP);
    else if (command === 'legal') say(titled('YOUR LEGAL ORDERS'));
    else if (command === 'press') say(titled('PRESS') || 'Nothing has been said yet in this phase.');
    else if (command === 'board') say(sections.map(({ text }) => text).join('\n\n'));
    else {
      const file = join(folder, `lm-game-${position.phase}-${power}.svg`);
      await writeFile(file, renderMap(position));
      say(`${titled('THE BOARD')}\nThe map is in ${file}`);
    }
  };

  const ask = async (request: GenerateRequest): Promise<GenerateResult> => {
    const prompt = readPersonPrompt(request);
    const cut = AbortSignal.any([request.signal, request.stop].filter((signal) => signal !== undefined));
    const taken: string[] = [];
    try {
      cut.throwIfAborted();
      show(prompt);
      for (;;) {
        output.write(`${prompt.power}> `);
        const line = (await reader.next(cut))?.trim();
        if (line === undefined)
          throw new ConsoleError(`${prompt.power} is played by a person, and the input has ended; resume the run at a terminal.`);
        if (line === '') break;
        if (['map', 'legal', 'press', 'board', 'help'].includes(line.toLowerCase())) await obey(line.toLowerCase(), prompt);
        else {
          const complaint = complaintAbout(line, prompt, taken);
          if (complaint === null) taken.push(line);
          else say(complaint);
        }
      }
    } catch (error) {
      if (cut.aborted)
        throw new AbortedError('The person was not waited for', { provider: 'human', modelId: 'terminal', cause: error });
      throw error;
    } finally {
      reader.rest();
    }
    return {
      text: taken.join('\n'),
      finishReason: 'stop',
      usage: NO_USAGE,
      latencyMs: 0,
      attempts: [{ outcome: 'answered', latencyMs: 0 }],
      droppedParameters: [],
    };
  };

  return {
    provider: 'human',
    modelId: 'terminal',
    generate(request) {
      const answer = turn.then(() => ask(request));
      turn = answer.catch(() => {});
      return answer;
    },
  };
}
