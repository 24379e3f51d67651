/**
 * What the text of an order after its unit has in common with those that it is listed together with: `- ` of `- BUR`, `S A MAR - ` of
 * `S A MAR - BUR`, `S ` of `S A MAR`, nothing of `H`.
 */
export function sharedStart(text: string): string {
  const dash = text.indexOf('- ');
  return dash < 0 ? text.slice(0, text.indexOf(' ') + 1) : text.slice(0, dash + 2);
}
