import { createRequire } from 'node:module';
import type * as Yaml from 'yaml';
import { nearestName } from '../config/nearest-name.js';
import { LINES_FILE, type PromptFault, type WordSides } from './prompt-words.js';

/** A known word as it stands in a folder of prompts. */
export interface WrittenWord {
  readonly side: string;
  readonly name: string;
  readonly file: string;
  /** Line of its name in a file of several words; absent if the file is its own. */
  readonly line?: number | undefined;
  /** Without the line breaks at its end. Spaces at its beginning may be meant. */
  readonly text: string;
}

/** Reads the short words of a side: a YAML map from names to texts. */
export function readWordLines(
  text: string,
  side: string,
  sides: WordSides,
): { readonly words: readonly WrittenWord[]; readonly faults: readonly PromptFault[] } {
  const file = `${side}/${LINES_FILE}`;
  // Loaded only where there is a file to read: a command's help must not wait for a YAML parser.
  const { isMap, isNode, isScalar, LineCounter, parseDocument } = createRequire(import.meta.url)('yaml') as typeof Yaml;
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const lineAt = (offset = 0): number => Math.max(1, lineCounter.linePos(offset).line);
  const { contents, errors } = document;
  if (errors.length > 0)
    return {
      words: [],
      faults: errors.map(({ message, pos }) => {
        const line = lineAt(pos[0]);
        // The parser speaks of a map here.
        const isUnquoted = /^[^'"#]*:\s*[{[]/.test(text.split('\n')[line - 1] ?? '');
        const hint = 'a text that begins with a brace or a bracket has to stand in quotes';
        return { file, line, message: isUnquoted ? hint : message.replaceAll(/\s*\n\s*/g, ' ') };
      }),
    };
  if (contents === null || (isScalar(contents) && contents.value === null)) return { words: [], faults: [] };
  if (!isMap(contents)) return { words: [], faults: [{ file, line: 1, message: 'write one word a line, as "name: text"' }] };
  const words: WrittenWord[] = [];
  const faults: PromptFault[] = [];
  for (const { key, value } of contents.items) {
    const line = lineAt(isNode(key) ? key.range[0] : undefined);
    const name = String(isScalar(key) ? key.value : key);
    const said: unknown = isScalar(value) ? value.value : value;
    if (!Object.hasOwn(sides[side]!.words, name)) faults.push({ file, line, message: unknownName(name, side, sides) });
    else if (said === null) words.push({ side, name, file, line, text: '' });
    else if (typeof said === 'string')
      words.push({ side, name, file, line, text: said.trimEnd() === '' ? '' : said.replace(/\n+$/, '') });
    else
      faults.push({
        file,
        line,
        message: `${name} has to be a text; write it in quotes${isScalar(value) ? '' : ', also if it begins with a brace or a bracket'}`,
      });
  }
  return { words, faults };
}

function unknownName(name: string, side: string, sides: WordSides): string {
  const other = Object.keys(sides).find((each) => each !== side && Object.hasOwn(sides[each]!.words, name));
  if (other !== undefined) return `${name} belongs into ${other}/${LINES_FILE}`;
  const near = nearestName(name, Object.keys(sides[side]!.words));
  return `there is no word ${name}${near === undefined ? '; prompts export writes all that there are' : `; did you mean ${near}?`}`;
}
