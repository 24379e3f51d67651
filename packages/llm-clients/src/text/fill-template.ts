/** Values of placeholders. Each is computed only if it is used. */
export type TemplateValues<Name extends string = string> = Readonly<Record<Name, () => string>>;

const MARKS = /\{\{|\}\}|\{([A-Za-z_]\w*)\}/g;

/**
 * Returns the names of a template's placeholders, each once, in order. `{{`, `}}` and braces around anything but a name are plain braces.
 */
export function placeholdersOf(template: string): readonly string[] {
  return [...new Set([...template.matchAll(MARKS)].flatMap(([, name]) => name ?? []))];
}

/**
 * Replaces placeholders by values. A value of several lines begins on a line of its own, so that its title can be found. Doubled braces
 * become single ones. A template without `{{` may contain JSON, so its closing braces are left alone.
 */
export function fillTemplate(template: string, values: TemplateValues): string {
  return filled(template, (name) => values[name]?.());
}

/** Fills one of the words of prompts. A placeholder without a value stays as it is. */
export function fillWord<Name extends string>(
  words: Readonly<Record<Name, string>>,
  name: Name,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return filled(words[name], (key) => (Object.hasOwn(values, key) ? String(values[key]) : undefined));
}

function filled(template: string, valueOf: (name: string) => string | undefined): string {
  const isEscaped = template.includes('{{');
  return template.replaceAll(MARKS, (mark, name: string | undefined, at: number) => {
    if (name === undefined) return isEscaped ? mark.slice(1) : mark;
    const value = valueOf(name) ?? mark;
    return value.includes('\n') && at > 0 && template[at - 1] !== '\n' ? `\n${value}` : value;
  });
}
