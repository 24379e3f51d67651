/** Attributes of an element. Those that are `undefined` are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Writes one SVG element. Children are SVG; plain text has to go through `escapeText`. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  let text = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) text += ` ${key}="${typeof value === 'number' ? formatNumber(value) : escapeText(value)}"`;
  }
  const inner = children.join('');
  return inner === '' ? `${text}/>` : `${text}>${inner}</${name}>`;
}

/** Escapes text for XML content and attributes. Leaves out control characters and lone surrogates, which XML cannot hold. */
export function escapeText(text: string): string {
  if (!SUSPICIOUS.test(text)) return text;
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

// Most texts are long paths with nothing to escape.
const SUSPICIOUS = /[^ !#-%'-;=?-\uD7FF]/;

/** Formats a number with at most one decimal. */
export const formatNumber = (number: number): string => String(Math.round(number * 10) / 10);
