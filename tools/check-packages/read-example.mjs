/**
 * The program a README shows: its first block of TypeScript.
 * @param {string} markdown
 * @returns {string | undefined}
 */
export function readExample(markdown) {
  return /^```ts(?:[ \t][^\n]*)?\n(.*?)^```/ms.exec(markdown.replaceAll('\r\n', '\n'))?.[1];
}
