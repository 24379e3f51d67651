import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import { StudyFileError } from '../study-error.js';

/** A YAML text as data, and where in the text each part of it stands. */
export interface StudyDocument {
  readonly value: unknown;
  /** @param path to a value; the line of its key where it has one, else of what it stands in */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/**
 * Reads a YAML text. A byte order mark before it is left out.
 * @throws StudyFileError for what is not YAML, for a key that comes twice, for several documents, and for parts that refer to themselves
 */
export function readStudyDocument(written: string): StudyDocument {
  const text = written.replace(/^\uFEFF/, '');
  const garbled = text.split('\uFFFD', 2);
  if (garbled.length > 1) throw new StudyFileError(NOT_UTF8, { line: (garbled[0] ?? '').split('\n').length });
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const lineAt = (offset: number | undefined): number => Math.max(1, lineCounter.linePos(offset ?? 0).line);
  const [error] = document.errors;
  if (error) {
    const line = lineAt(error.pos[0]);
    const isTab = /^ *\t/.test(text.split('\n')[line - 1] ?? '');
    const isOpen = error.code === 'BAD_INDENT' && error.message.startsWith('Flow ');
    const message = isTab ? MESSAGES['TAB_AS_INDENT']! : isOpen ? OPEN_BRACKET : (MESSAGES[error.code] ?? oneLine(error.message));
    throw new StudyFileError(message, { line, cause: error });
  }
  const offsetOf = (path: readonly PropertyKey[]): number | undefined => {
    const key = path.at(-1);
    if (key === undefined) return isNode(document.contents) ? document.contents.range[0] : undefined;
    const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
      if (pair && isNode(pair.key)) return pair.key.range?.[0];
    }
    const node = document.getIn(path, true);
    return isNode(node) ? node.range?.[0] : undefined;
  };
  return {
    value: valueOf(document),
    lineOf(path) {
      for (let length = path.length; length >= 0; length--) {
        const offset = offsetOf(path.slice(0, length));
        if (offset !== undefined) return lineAt(offset);
      }
      return 1;
    },
  };
}

const NOT_UTF8 = 'a sign in this line is not UTF-8; save the file in the encoding UTF-8';

const OPEN_BRACKET = 'a bracket [ or { of a line before is not closed';

/** Messages of the parser that speak to programmers, in other words. */
const MESSAGES: Readonly<Record<string, string>> = {
  BAD_INDENT:
    'this line begins in another column than the lines it belongs to; keys of one mapping, and entries of one list, stand below one another',
  BAD_SCALAR_START: 'a text cannot begin with this sign; write it in quotes',
  BLOCK_AS_IMPLICIT_KEY:
    'two "key: value" are read as one line here; write a text with a colon in quotes, and begin the lines of one mapping in the same column',
  BLOCK_IN_FLOW: 'a line of a list or mapping stands within [ ] or { }; close the bracket, or write it all in one way',
  BAD_DQ_ESCAPE: 'a backslash in double quotes begins a special sign; write it twice, or use single quotes',
  DUPLICATE_KEY: 'this key stands in the mapping already; each may come once',
  RESOURCE_EXHAUSTION: 'lists and mappings are nested too deeply to be read',
  MISSING_CHAR: 'a bracket, a quotation mark, a comma or a space is missing here or in the lines before',
  MULTILINE_IMPLICIT_KEY: 'a key lacks its colon, or this line begins in the wrong column',
  TAB_AS_INDENT: 'a tab indents this line; write spaces',
  UNEXPECTED_TOKEN: 'this cannot stand here; look at indentation, quotes and brackets of this line and the one before',
  MULTIPLE_DOCS: 'a second document begins here; a file holds one, so leave out the line of ---',
};

/** Data of a document, whose aliases (`*name`) neither lead back to themselves nor multiply it beyond measure. */
function valueOf(document: Document): unknown {
  try {
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    if (!leadsBack(value, new Set())) return value;
  } catch (cause) {
    if (!(cause instanceof ReferenceError)) throw cause;
    const [, alias] = /Unresolved alias.*?: (\S+)/.exec(cause.message) ?? [];
    if (alias !== undefined)
      throw new StudyFileError(`*${alias} refers to a part that nothing names; put a text that begins with * in quotes`, {
        line: 1,
        cause,
      });
    throw new StudyFileError('too many parts are written as references to others (*name); write them out', { line: 1, cause });
  }
  throw new StudyFileError('a part refers to itself (*name within &name); write it out', { line: 1 });
}

function leadsBack(value: unknown, above: Set<unknown>): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (above.has(value)) return true;
  above.add(value);
  const found = Object.values(value).some((inner) => leadsBack(inner, above));
  above.delete(value);
  return found;
}

const oneLine = (message: string): string => message.replaceAll(/\s*\n\s*/g, ' ');
