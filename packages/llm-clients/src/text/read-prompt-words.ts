import { nearestName } from '../config/nearest-name.js';
import { checkWord } from './check-word.js';
import { LINES_FILE, type PromptFault, type ReadPromptWords, type WordSides } from './prompt-words.js';
import { readWordLines, type WrittenWord } from './read-word-lines.js';
import { fillTemplate, placeholdersOf } from './fill-template.js';

/**
 * Reads words that replace some of those that ship, from the texts of a folder. A word stands in a file of its own (`agent/rules.txt`) or,
 * with others, in `agent/lines.yaml`; each may be left out. All faults are found at once.
 * @param files texts by path within the folder; names that begin with a dot and readme files are skipped
 */
export function readPromptWords<Sides extends WordSides>(
  files: Readonly<Record<string, string>>,
  sides: Sides,
): ReadPromptWords<Sides> {
  const faults: PromptFault[] = [];
  const notes: string[] = [];
  const words: Record<string, Record<string, string>> = Object.fromEntries(Object.keys(sides).map((side) => [side, {}]));
  const places = new Map<string, WrittenWord>();
  let asShipped = 0;
  for (const written of writtenWords(files, sides, faults)) {
    const { side, name, file, line } = written;
    const where = line === undefined ? file : `${name} in ${file}`;
    const first = places.get(`${side}/${name}`);
    places.set(`${side}/${name}`, first ?? written);
    const { words: shipped, needed } = sides[side]!;
    const usual = shipped[name] ?? '';
    if (first !== undefined) faults.push({ file, line, message: `${name} stands in ${first.file} already; keep one of the two` });
    else if (written.text.trim() === '') notes.push(`${where} is empty, so our own words are used.`);
    else {
      const checked = checkWord(written, usual, needed?.[name] ?? []);
      faults.push(...checked.faults);
      notes.push(...checked.lost.map((placeholder) => `${where} does without {${placeholder}}, so the prompt will not show it.`));
      // Words without placeholders may be used as they are, so doubled braces become single ones here.
      const text = placeholdersOf(usual).length === 0 ? fillTemplate(written.text, {}) : written.text;
      if (text === usual) asShipped += 1;
      else words[side]![name] = text;
    }
  }
  return { words: words as ReadPromptWords<Sides>['words'], asShipped, faults, notes };
}

/** Every word of the folder, in the order of the files' names; what is no known file or name becomes a fault. */
function writtenWords(files: Readonly<Record<string, string>>, sides: WordSides, faults: PromptFault[]): readonly WrittenWord[] {
  const paths = Object.keys(files).filter((path) => !path.split('/').some((part) => /^(?:\.|readme)/i.test(part)));
  return paths.sort().flatMap((file): readonly WrittenWord[] => {
    const text = (files[file] ?? '').replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
    const [side = '', ...rest] = file.split('/');
    const known = Object.hasOwn(sides, side) ? sides[side] : undefined;
    if (known === undefined || rest.length === 0) {
      faults.push({ file, message: unknownPlace(file, sides) });
      return [];
    }
    const name = rest.join('/');
    if (name === LINES_FILE) {
      const lines = readWordLines(text, side, sides);
      faults.push(...lines.faults);
      return lines.words;
    }
    const word = name.replace(/\.txt$/, '');
    if (name.endsWith('.txt') && Object.hasOwn(known.words, word))
      return [{ side, name: word, file, text: text.replace(/^\s*\n/, '').trimEnd() }];
    faults.push({ file, message: unknownFile(name, side, sides) });
    return [];
  });
}

function unknownPlace(file: string, sides: WordSides): string {
  const folders = Object.keys(sides);
  const [first = '', ...rest] = file.split('/');
  const near = rest.length > 0 ? nearestName(first, folders) : undefined;
  const owner = rest.length === 0 ? folders.find((side) => isFileOf(file, sides[side]!.words)) : undefined;
  if (owner !== undefined) return `it belongs into the folder ${owner}: ${owner}/${file}`;
  if (near !== undefined) return `there is no folder ${first}; did you mean ${near}/${rest.join('/')}?`;
  return `it is no prompt; files stand in the folders ${folders.join(' and ')}`;
}

function unknownFile(name: string, side: string, sides: WordSides): string {
  const { words } = sides[side]!;
  const other = Object.keys(sides).find((each) => each !== side && isFileOf(name, sides[each]!.words));
  if (other !== undefined) return `it belongs into the folder ${other}: ${other}/${name}`;
  const near = nearestName(name, [LINES_FILE, ...Object.keys(words).map((word) => `${word}.txt`)]);
  return near === undefined
    ? `there is no such file; a file is named after a word, such as ${Object.keys(words)[0] ?? ''}.txt, or is ${LINES_FILE}`
    : `there is no such file; did you mean ${side}/${near}?`;
}

const isFileOf = (name: string, words: Readonly<Record<string, string>>): boolean =>
  name.endsWith('.txt') && Object.hasOwn(words, name.slice(0, -4));
