import { estimateTextTokens, type GenerateRequest, messageText } from '@entente/llm-clients';
import { type ConsoleIo, hasColors } from '../cli/console-io.js';
import { outputWidth } from '../cli/output-width.js';
import { displayWidth } from '../text/display-width.js';
import { createStyle } from '../text/style.js';
import { wrapText } from '../text/wrap-text.js';

/** Formats a request part by part, each below a rule that names role and kind. */
export function formatRequest({ messages }: GenerateRequest, { stdout, env }: Pick<ConsoleIo, 'stdout' | 'env'>): string {
  const style = createStyle(hasColors(stdout, env));
  const width = Math.min(120, outputWidth(stdout));
  const rule = (title: string): string => style.cyan(`── ${title} ${'─'.repeat(Math.max(0, width - title.length - 4))}`);
  return messages
    .flatMap(({ role, parts }) => parts.map(({ kind, text }) => `${rule(`${role}, ${kind}`)}\n${wrapLines(text, width)}`))
    .join('\n\n');
}

/** Breaks the lines that are too long; the others keep every space. */
function wrapLines(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) => (displayWidth(line) > width ? wrapText(line, width, /^ */.exec(line)?.[0]) : line))
    .join('\n');
}

/** Estimates the number of tokens of a request. */
export function tokensOfRequest({ messages }: GenerateRequest): number {
  return estimateTextTokens(messages.map(messageText).join('\n\n'));
}
