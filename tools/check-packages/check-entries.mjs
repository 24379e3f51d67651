import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** @typedef {import('@entente/workspace/list-projects').Project} Project */
/** @typedef {import('./main.mjs').Finding} Finding */

/**
 * Checks that every name that a package exports is used outside of it: by another package, an app, a tool, an example, or a page of
 * documentation. A name that nobody uses is a promise for nothing.
 * @param {readonly Project[]} projects
 * @param {{ root: string }} options
 * @returns {readonly Finding[]}
 */
export function checkEntries(projects, { root }) {
  const packages = projects.filter(({ folder }) => folder.startsWith('packages/'));
  const used = readUses(root);
  return packages.map(({ name, folder }) => {
    const complaints = readEntries(path.join(root, folder)).flatMap(({ entry, file }) => {
      const unused = readExports(file).filter((exported) => !isUsed(exported, { name, folder, used }));
      return unused.length === 0 ? [] : [`${path.posix.join(name, entry)} exports names that nobody uses: ${unused.join(', ')}`];
    });
    return { name: `${name}: every exported name is used or documented`, complaints };
  });
}

/**
 * Entries of a package by their sources.
 * @param {string} folder absolute
 * @returns {readonly { readonly entry: string, readonly file: string }[]}
 */
function readEntries(folder) {
  /** @type {{ exports: Record<string, { '@entente/source'?: string } | string> }} */
  const { exports } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return Object.entries(exports).flatMap(([entry, target]) => {
    const source = typeof target === 'string' ? undefined : target['@entente/source'];
    return source === undefined ? [] : [{ entry, file: path.join(folder, source) }];
  });
}

/**
 * Names that a module exports, those of modules that it passes on included.
 * @param {string} file
 * @returns {readonly string[]} sorted
 */
export function readExports(file) {
  const names = new Set();
  for (const statement of parse(file).statements) {
    if (ts.isExportDeclaration(statement)) {
      if (statement.exportClause === undefined) {
        for (const name of readExports(moduleFile(file, statement.moduleSpecifier))) names.add(name);
      } else if (ts.isNamedExports(statement.exportClause)) {
        for (const { name } of statement.exportClause.elements) names.add(name.text);
      } else {
        names.add(statement.exportClause.name.text);
      }
    } else if (isExported(statement)) {
      for (const name of declaredNames(statement)) names.add(name);
    }
  }
  return [...names].sort();
}

/** @param {string} file @param {ts.Expression | undefined} specifier */
function moduleFile(file, specifier) {
  if (specifier === undefined || !ts.isStringLiteral(specifier)) throw new Error(`${file} exports from no module.`);
  return path.join(path.dirname(file), specifier.text.replace(/\.js$/, '.ts'));
}

/** @param {ts.Statement} statement */
function isExported(statement) {
  return ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
}

/** @param {ts.Statement} statement @returns {readonly string[]} */
function declaredNames(statement) {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []));
  const { name } = /** @type {ts.DeclarationStatement} */ (statement);
  return name !== undefined && ts.isIdentifier(name) ? [name.text] : [];
}

/**
 * Uses of the workspace's packages: what each source imports from them, and the words in code of each page of documentation.
 * @typedef {{ readonly file: string, readonly imports: ReadonlyMap<string, ReadonlySet<string>>, readonly words: ReadonlySet<string> }} Use
 */

/** @param {string} root @returns {readonly Use[]} */
function readUses(root) {
  return ['', 'docs', 'packages', 'apps', 'tools', 'examples']
    .flatMap((folder) => [...filesBelow(root, folder)])
    .flatMap((file) => {
      const isPage = file.endsWith('.md') && file !== 'CHANGELOG.md' && !file.startsWith('docs/decisions/');
      if (!isPage && !/\.(?:tsx?|mjs|js)$/.test(file)) return [];
      const text = readFileSync(path.join(root, file), 'utf8');
      return [{ file, imports: isPage ? new Map() : readImports(text), words: isPage ? codeWords(text) : new Set() }];
    });
}

/**
 * Files below a folder, with forward slashes; of the root itself only those right in it.
 * @param {string} root
 * @param {string} folder
 * @returns {Generator<string>}
 */
function* filesBelow(root, folder) {
  for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
    const name = path.posix.join(folder, entry.name);
    if (entry.isFile()) yield name;
    else if (entry.isDirectory() && folder !== '' && !GENERATED.has(entry.name)) yield* filesBelow(root, name);
  }
}

const GENERATED = new Set(['node_modules', 'dist', '.cache', 'results', 'coverage']);

/**
 * Names that a source imports from packages of ours, by package; all its words where it takes a whole module.
 * @param {string} text TypeScript or JavaScript
 * @returns {ReadonlyMap<string, ReadonlySet<string>>}
 */
export function readImports(text) {
  /** @type {Map<string, Set<string>>} */
  const imports = new Map();
  if (!text.includes('@entente/')) return imports;
  const add = (/** @type {string} */ specifier, /** @type {readonly string[]} */ names) => {
    const name = specifier.split('/').slice(0, 2).join('/');
    if (name.startsWith('@entente/')) imports.set(name, new Set([...(imports.get(name) ?? []), ...names]));
  };
  const source = ts.createSourceFile('source.tsx', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  /** @param {ts.Node} node */
  const visit = (node) => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier !== undefined) {
      const clause = ts.isImportDeclaration(node) ? node.importClause?.namedBindings : node.exportClause;
      const isList = clause !== undefined && (ts.isNamedImports(clause) || ts.isNamedExports(clause));
      const names = isList ? clause.elements.map(({ name, propertyName }) => (propertyName ?? name).text) : wordsOf(text);
      add(/** @type {ts.StringLiteral} */ (node.moduleSpecifier).text, names);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [specifier] = node.arguments;
      if (specifier !== undefined && ts.isStringLiteral(specifier)) add(specifier.text, wordsOf(text));
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
      add(node.argument.literal.text, wordsOf(node.getText(source)));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return imports;
}

/**
 * @param {string} exported
 * @param {{ name: string, folder: string, used: readonly Use[] }} options
 */
function isUsed(exported, { name, folder, used }) {
  return used.some(
    ({ file, imports, words }) =>
      words.has(exported) || (!file.startsWith(`${folder}/`) && (imports.get(name)?.has(exported) ?? false)),
  );
}

/** Words in fenced blocks and between backticks of a page. @param {string} page */
export function codeWords(page) {
  const code = [...page.matchAll(/```[\s\S]*?```|`[^`\n]+`/g)].map(([text]) => text);
  return new Set(wordsOf(code.join('\n')));
}

/** @param {string} text @returns {readonly string[]} */
const wordsOf = (text) => text.match(/[A-Za-z_$][\w$]*/g) ?? [];

/** @param {string} file */
function parse(file) {
  if (!existsSync(file)) throw new Error(`There is no ${file}; an entry or an export list names it.`);
  return ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
}
