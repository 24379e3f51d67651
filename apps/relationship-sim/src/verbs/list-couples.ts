import { createStyle, hasColors, outputWidth, type VerbCall, wrapText } from '@entente/run-console';
import { COUPLES } from '../couples/couples.js';

/** Prints the couples of the app, each partner with the first sentence of the persona. */
export async function listCouples({ io }: Pick<VerbCall<object>, 'io'>): Promise<number> {
  const width = outputWidth(io.stdout);
  const style = createStyle(hasColors(io.stdout, io.env));
  const blocks = COUPLES.map(({ id, partners }) =>
    [style.bold(id), ...partners.map(({ persona }) => wrapText(firstSentence(persona), width, '  '))].join('\n'),
  );
  io.stdout.write(`${blocks.join('\n')}\n`);
  return 0;
}

function firstSentence(text: string): string {
  return /^.*?[.!?](?=\s|$)/s.exec(text)?.[0] ?? text;
}
