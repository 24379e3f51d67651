const HEADER_START = '{"type":"run-started"';
/** A whole line that ends with its check, followed by something other than a line feed. */
const SEALED_AND_MORE = /,"c":"[0-9a-f]{8}"\}[^]/;
/** Two entries with neither a comma nor a quote between them, which no JSON has inside an entry. */
const RUN_TOGETHER = /\}[^,"]{0,8}\{"type":"/;

/**
 * Tells a line that a crash cut short, which is worth nothing, from lines that lost their line feeds, which may hold paid
 * answers.
 * @param rest bytes behind the last line feed of a journal file
 * @param place `head` if the file has no line feed at all
 * @returns why the rest is damage; undefined if a crash merely cut the line short
 */
export function problemUnlessTorn(rest: Buffer, place: 'head' | 'tail'): string | undefined {
  if (rest.length === 0) return undefined;
  const text = withoutZeros(rest).toString('latin1');
  if (SEALED_AND_MORE.test(text) || RUN_TOGETHER.test(text)) return 'the line feed at its end was changed or lost';
  if (place === 'tail') return undefined;
  const start = text.slice(0, HEADER_START.length);
  return start !== '' && HEADER_START.startsWith(start) ? undefined : 'it is no line of a journal';
}

/** A file system that lost power may hold zeros in the place of bytes that had not reached the disk. */
function withoutZeros(bytes: Buffer): Buffer {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  return bytes.subarray(0, end);
}
