/** Hands a text to the person at the page as a file. */
export function saveFile(name: string, type: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/** A picture as it stands alone: with its namespace, a background, and colours in the place of custom properties. */
export function standaloneSvg(drawn: SVGSVGElement): string {
  const copy = drawn.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const styles = getComputedStyle(document.documentElement);
  const text = new XMLSerializer().serializeToString(copy);
  return text
    .replace(/var\((--[\w-]+)\)/g, (_, name: string) => styles.getPropertyValue(name).trim().replaceAll('"', "'"))
    .replace(/(<svg[^>]*>)/, `$1<rect width="100%" height="100%" fill="${styles.getPropertyValue('--paper').trim()}"/>`);
}
