/** Attributes of an element; those that are `undefined` are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** One element of SVG or HTML as text. Children are markup already; plain text goes through `escapeText` first. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${typeof value === 'number' ? Math.round(value * 100) / 100 : escapeText(value)}"`],
  );
  const inner = children.join('');
  const opening = `<${name}${written.join('')}`;
  return inner === '' && !NEVER_EMPTY.has(name) ? `${opening}/>` : `${opening}>${inner}</${name}>`;
}

/** HTML elements that need their closing tag. */
const NEVER_EMPTY = new Set(['td', 'th', 'p', 'div', 'section', 'style', 'title', 'text', 'span']);

/** Text that means itself in SVG and HTML, in attributes too; what neither can hold, control characters, is left out. */
export const escapeText = (text: string): string =>
  text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
