/**
 * Flags with underscores are read as those with hyphens, so that commands written for the Python harness work as they are: `--max_year=1903`
 * is `--max-year=1903`. Values and everything after `--` stay as they are.
 */
export function normalizeArguments(argv: readonly string[]): readonly string[] {
  const end = argv.indexOf('--');
  return argv.map((word, index) => {
    if (!word.startsWith('--') || (end >= 0 && index >= end)) return word;
    const [name = '', ...value] = word.split('=');
    return [name.replaceAll('_', '-'), ...value].join('=');
  });
}
