import { standardMap } from '@entente/diplomacy-rules';

const names = standardMap.provinces.flatMap(({ id, name, aliases = [] }) => [id, name, ...aliases]);
const PLACE = `(?:${names.map((name) => name.replace(/[^\p{L}\p{N} ]/gu, '.')).join('|')})`;
/** An order as a line of its own says it, nothing less: `A PAR - BUR`, `Army Paris holds`, `BUILD F BRE`, `WAIVE`. */
const ORDER_LINE = new RegExp(
  `^(?:(?:(?:build|remove|disband|retreat)\\s+)?(?:A|F|army|fleet)\\s+${PLACE}(?![\\p{L}\\p{N}])[^,:]*|waive)$`,
  'iu',
);
const LIST_MARK = /^(?:[-*•]|\d{1,2}[.)])\s+/;
const HEADING = /^[#*_\s]*(?:(?:my|final|the|your)\s+)?orders[*_\s]*:?[*_\s]*$/i;

/** The orders of a text that is nothing but lines of orders, marks of a list and a heading aside; undefined where anything else is said. */
export function readOrderLines(text: string): readonly string[] | undefined {
  const lines = text
    .split(/[\n;]/)
    .map((line) =>
      line
        .trim()
        .replace(LIST_MARK, '')
        .replace(/^[`"'](.*)[`"'],?$/, '$1')
        .trim(),
    )
    .filter((line) => line !== '' && !HEADING.test(line))
    .flatMap((line) => (ORDER_LINE.test(line) ? [line] : line.split(',').map((part) => part.trim())));
  return lines.length > 0 && lines.every((line) => ORDER_LINE.test(line)) ? lines : undefined;
}
