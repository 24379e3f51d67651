/** Attributes of an element; those that are `undefined` are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Formats one element of SVG or HTML. Children are markup already; plain text goes through `escapeText` first. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${typeof value === 'number' ? Math.round(value * 100) / 100 : escapeText(value)}"`],
  );
  const inner = children.join('');
  const opening = `<${name}${written.join('')}`;
  return inner === '' && !NEVER_EMPTY.has(name) ? `${opening}/>` : `${opening}>${inner}</${name}>`;
}

/** HTML elements that need a closing tag. */
const NEVER_EMPTY = new Set(['td', 'th', 'p', 'div', 'section', 'style', 'title', 'text', 'span']);

/** Escapes a text for SVG and HTML, attributes included. Control characters, which neither can hold, are left out. */
export const escapeText = (text: string): string =>
  text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
