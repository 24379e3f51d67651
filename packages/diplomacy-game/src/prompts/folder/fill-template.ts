/** What placeholders stand for; written only where they are used. */
export type TemplateValues<Name extends string = string> = Readonly<Record<Name, () => string>>;

const MARKS = /\{\{|\}\}|\{([A-Za-z_]\w*)\}/g;

/** The names of the placeholders of a template, each once, in order. `{{` and `}}` are braces, and so is whatever is no name. */
export function placeholdersOf(template: string): readonly string[] {
  return [...new Set([...template.matchAll(MARKS)].flatMap(([, name]) => name ?? []))];
}

/**
 * Puts values in the place of placeholders. A value of several lines begins on a line of its own, so that its title can be found. Doubled
 * braces become single ones; a template without `{{` may have JSON in it, whose closing braces are left alone.
 */
export function fillTemplate(template: string, values: TemplateValues): string {
  const isEscaped = template.includes('{{');
  return template.replaceAll(MARKS, (mark, name: string | undefined, at: number) => {
    if (name === undefined) return isEscaped ? mark.slice(1) : mark;
    const value = values[name]?.() ?? mark;
    return value.includes('\n') && at > 0 && template[at - 1] !== '\n' ? `\n${value}` : value;
  });
}
