import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

const pages = [
  ...['README.md', 'ARCHITECTURE.md', 'CHANGELOG.md', 'CONTRIBUTING.md'],
  ...readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => path.join('docs', file)),
  ...readdirSync(path.join(root, 'apps')).map((name) => path.join('apps', name, 'README.md')),
  ...readdirSync(path.join(root, 'packages')).map((name) => path.join('packages', name, 'README.md')),
];

function sourceFiles(): readonly string[] {
  const folders = ['packages', 'apps', 'tools'].flatMap((kind) =>
    readdirSync(path.join(root, kind)).map((name) => `${kind}/${name}/src`),
  );
  return folders
    .filter((folder) => existsSync(path.join(root, folder)))
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
        .map((file) => `${folder}/${file}`),
    );
}

/** All that the programs can say; long messages are put together from several pieces of source. */
const said = [...sourceFiles(), 'tools/workspace/start.mjs']
  .map(read)
  .join('\n')
  .replace(/' \+\s+[`']/g, '');

describe('the documentation', () => {
  it.each(pages)('%s links to what exists', (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link]) => link!);

    expect(links.filter((link) => !existsSync(path.join(root, path.dirname(page), link)))).toEqual([]);
  });

  it.each(pages)('%s names files and folders that exist', (page) => {
    const named = [...read(page).matchAll(/`((?:packages|apps|tools|docs|examples)\/[\w./-]+)`/g)].map(([, file]) => file!);

    expect(named.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  });

  it.each(pages)('%s calls npm scripts that exist', (page) => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const called = [...read(page).matchAll(/npm run ([\w:-]+)/g)].map(([, script]) => script!);

    expect(called.filter((script) => !(script in scripts))).toEqual([]);
  });

  it.each(pages)('%s calls verbs and options that exist', (page) => {
    const verbs = [...read(page).matchAll(/npx (?:relationship-sim|lm-game) ([a-z-]+)/g)].map(([, verb]) => verb!);
    // Spellings with underscores are the original's own; the page about it has a test for them. Options of other programs are left out.
    const ours = read(page)
      .replace(/^```ts\n.*?^```/gms, '')
      .replace(/`(llama-server|vllm|ollama|npx nx|npx vitest|npm run mutate) [^`]*`/g, '');
    const options = [...ours.matchAll(/(?<=[\s`])--[a-z][a-z-]+(?!\w)/g)].map(([option]) => option);

    expect(verbs.filter((verb) => !said.includes(`name: '${verb}'`))).toEqual([]);
    expect(options.filter((option) => !new RegExp(`['"\`, ]${option}[ '"\`]`).test(said))).toEqual([]);
  });

  it('points at source files that exist in its pictures of the architecture', () => {
    const files = sourceFiles();
    const pictures = [...read('ARCHITECTURE.md').matchAll(/^```\n(.*?)^```/gms)].map(([, picture]) => picture!).join('\n');
    const named = [...pictures.matchAll(/(?<=\s)[\w/-]+\.ts\b/g)].map(([file]) => file);

    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => !files.some((file) => file.endsWith(`/${name}`)))).toEqual([]);
  });

  it('points in ARCHITECTURE at files that exist, by short names of folders and beside the file named before, too', () => {
    const [, places = ''] = /^## Where to look\n(.*?)^## /ms.exec(read('ARCHITECTURE.md')) ?? [];
    const missing: string[] = [];
    let folders: Readonly<Record<string, string>> = {};
    for (const line of places.split('\n')) {
      if (line.startsWith('**'))
        folders = Object.fromEntries(
          [...line.matchAll(/`(\w)` is `([\w/-]+)`/g)].map(([, letter, folder]) => [letter!, folder!]),
        );
      let before = '';
      for (const [, name] of line.matchAll(/`([\w./-]+\/|[\w./-]+\.(?:ts|md|mjs))`/g)) {
        const letter = /^(\w)\//.exec(name!)?.[1];
        const isBeside = !name!.includes('/');
        const folder = before.endsWith('/') ? before : `${path.posix.dirname(before)}/`;
        const file = isBeside ? folder + name! : letter === undefined ? name! : `${folders[letter]}${name!.slice(1)}`;
        if (!isBeside) before = file;
        if (!file.startsWith('src/') && !existsSync(path.join(root, file))) missing.push(`${name}: ${file}`);
      }
    }

    expect(places.split('\n').length).toBeGreaterThan(30);
    expect(missing).toEqual([]);
  });

  it.each([
    ...['provider', 'prompt', 'setting', 'measure', 'verb', 'kind of run', "word of a couple's prompt", 'fact of a couple'],
    'persona, a couple, a scenario, a turning point or an arc',
  ])('names in CONTRIBUTING the files that adding a %s touches, and they exist', (addition) => {
    const recipe = new RegExp(`^\\*\\*a ${addition}\\.\\*\\* (.*?)\\n(?:\\n|##)`, 'ms').exec(read('CONTRIBUTING.md'))?.[1] ?? '';
    const files = [...recipe.matchAll(/`((?:packages|apps|examples)\/[\w./-]+)`/g)].map(([, file]) => file!);

    expect(files.length).toBeGreaterThan(1);
    expect(files.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  });

  it('shows in the README what the examples say', () => {
    const blocks = [...read('README.md').matchAll(/^```ts\n(.*?)^```/gms)].map(([, block]) => block!);
    const examples = readdirSync(import.meta.dirname).filter((file) => /^\d+-.*\.ts$/.test(file));
    const texts = examples.map((file) => read(`examples/${file}`));

    expect(blocks.length).toBeGreaterThan(0);
    expect(blocks.filter((block) => !texts.some((text) => text.includes(block)))).toEqual([]);
  });

  it('quotes what the programs really say', () => {
    const quoted = [...read('docs/troubleshooting.md').matchAll(/^> `(.+)`$/gm)].map(([, quote]) => quote!);
    const fragments = quoted.flatMap((quote) => quote.split('…')).filter((fragment) => fragment.trim().length > 3);

    expect(quoted.length).toBeGreaterThan(20);
    expect(fragments.filter((fragment) => !said.includes(fragment.trim()))).toEqual([]);
  });
});
