/** Tags in which open models think aloud before they answer. */
const TAG_NAMES = ['think', 'thinking', 'thought', 'reasoning'] as const;
const TAG = new RegExp(`<(/?)(${TAG_NAMES.join('|')})>`, 'iy');

export type ThinkTag =
  { readonly type: 'open'; readonly end: number; readonly closing: string } | { readonly type: 'close'; readonly end: number };

/** The think tag that begins at `index`, if one does. */
export function thinkTagAt(text: string, index: number): ThinkTag | undefined {
  TAG.lastIndex = index;
  const match = TAG.exec(text);
  if (!match) return undefined;
  if (match[1]) return { type: 'close', end: TAG.lastIndex };
  return { type: 'open', end: TAG.lastIndex, closing: `</${match[2] ?? ''}>` };
}

/**
 * A reply without what the model thought aloud: blocks in think tags, all before a closing tag that nobody opened (some
 * servers put the opening one into the prompt), and a block that was never closed.
 */
export function stripThinking(text: string): string {
  if (!text.includes('<')) return text;
  let kept = '';
  let index = 0;
  while (index < text.length) {
    const next = text.indexOf('<', index);
    if (next < 0) return (kept + text.slice(index)).trim();
    kept += text.slice(index, next);
    const tag = thinkTagAt(text, next);
    if (!tag) {
      kept += '<';
      index = next + 1;
    } else if (tag.type === 'close') {
      kept = '';
      index = tag.end;
    } else {
      const close = text.indexOf(tag.closing, tag.end);
      index = close < 0 ? text.length : close + tag.closing.length;
    }
  }
  return kept.trim();
}
