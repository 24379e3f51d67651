import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import { StudyFileError } from '../study-error.js';

/** A YAML text as data, and where in the text each part of it stands. */
export interface StudyDocument {
  readonly value: unknown;
  /** @param path to a value; the line of its key where it has one, else of what it stands in */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/** @throws StudyFileError for what is not YAML, and for a key that comes twice */
export function readStudyDocument(text: string): StudyDocument {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const lineAt = (offset: number | undefined): number => Math.max(1, lineCounter.linePos(offset ?? 0).line);
  const [error] = document.errors;
  if (error) {
    const line = lineAt(error.pos[0]);
    const isTab = /^ *\t/.test(text.split('\n')[line - 1] ?? '');
    throw new StudyFileError(isTab ? 'a tab indents this line; write spaces' : oneLine(error.message), { line, cause: error });
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
    value: document.toJS({ maxAliasCount: 100 }) as unknown,
    lineOf(path) {
      for (let length = path.length; length >= 0; length--) {
        const offset = offsetOf(path.slice(0, length));
        if (offset !== undefined) return lineAt(offset);
      }
      return 1;
    },
  };
}

const oneLine = (message: string): string => message.replaceAll(/\s*\n\s*/g, ' ');
