interface LinePlace {
  /** Line that has the focus, from 0; undefined for none. */
  readonly current: number | undefined;
  readonly lines: number;
  /** Number of lines that a Page key goes. */
  readonly page: number;
}

/** Line to go to by a key; undefined for keys that are none of the list's. */
export function lineAfterKey(key: string, { current, lines, page }: LinePlace): number | undefined {
  if (lines === 0) return undefined;
  const within = (line: number): number => Math.min(lines - 1, Math.max(0, line));
  switch (key) {
    case 'ArrowDown':
      return within(current === undefined ? 0 : current + 1);
    case 'ArrowUp':
      return within(current === undefined ? 0 : current - 1);
    case 'PageDown':
      return within((current ?? 0) + page);
    case 'PageUp':
      return within((current ?? 0) - page);
    case 'Home':
      return 0;
    case 'End':
      return lines - 1;
    default:
      return undefined;
  }
}
