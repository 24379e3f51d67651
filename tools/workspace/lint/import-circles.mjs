import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** @typedef {ReadonlyMap<string, readonly string[]>} ImportGraph from a name to the names it imports */

/**
 * Imports among the sources below a folder, those of types included; tests are left out.
 * @param {string} folder absolute
 * @returns {ImportGraph} with absolute paths
 */
export function readImportGraph(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => path.join(folder, file));
  const known = new Set(files);
  return new Map(
    files.map((file) => {
      const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'), true, true);
      const imported = importedFiles
        .filter(({ fileName }) => fileName.startsWith('.'))
        .map(({ fileName }) => path.join(path.dirname(file), fileName).replace(/\.js$/, '.ts'));
      return [file, [...new Set(imported)].filter((name) => known.has(name))];
    }),
  );
}

/**
 * Folds a graph of files into one of the folders right below `folder`; a file that stands in `folder` itself is a place of its own.
 * @param {ImportGraph} graph
 * @param {string} folder
 * @returns {ImportGraph} with names relative to `folder`
 */
export function foldIntoFolders(graph, folder) {
  const placeOf = (/** @type {string} */ file) => path.relative(folder, file).split(path.sep)[0] ?? '';
  /** @type {Map<string, Set<string>>} */
  const places = new Map();
  for (const [file, imported] of graph) {
    const place = placeOf(file);
    const known = places.get(place) ?? new Set();
    places.set(place, known);
    for (const other of imported) if (placeOf(other) !== place) known.add(placeOf(other));
  }
  return new Map([...places].map(([place, others]) => [place, [...others]]));
}

/**
 * Finds a shortest way from a name back to itself.
 * @param {ImportGraph} graph
 * @param {string} start
 * @returns {readonly string[] | undefined} the names in order, `start` first and last; undefined where there is no such way
 */
export function findCircle(graph, start) {
  /** @type {string[][]} */
  let ways = [[start]];
  const seen = new Set();
  while (ways.length > 0) {
    /** @type {string[][]} */
    const longer = [];
    for (const way of ways) {
      for (const next of graph.get(way.at(-1) ?? '') ?? []) {
        if (next === start) return [...way, start];
        if (seen.has(next)) continue;
        seen.add(next);
        longer.push([...way, next]);
      }
    }
    ways = longer;
  }
  return undefined;
}

/** Graphs by folder: one run of the linter asks for the same one many times. @type {Map<string, ImportGraph>} */
const graphs = new Map();

/** @param {string} folder */
function graphOf(folder) {
  const graph = graphs.get(folder) ?? readImportGraph(folder);
  graphs.set(folder, graph);
  return graph;
}

/**
 * Refuses files that import one another in a circle, types included. With `folders`, the folders right below `src` may not form one either,
 * so that imports among them run one way.
 * @type {import('eslint').Rule.RuleModule}
 */
export const noImportCircle = {
  meta: {
    type: 'problem',
    schema: [{ type: 'object', properties: { folders: { type: 'boolean' } }, additionalProperties: false }],
    messages: { files: 'This file imports itself by way of {{way}}.', folders: 'Folders import one another: {{way}}.' },
  },
  create: (context) => {
    const source = /^.*[\\/]src(?=[\\/])/.exec(context.filename)?.[0];
    if (source === undefined || context.filename.endsWith('.test.ts')) return {};
    return {
      Program(node) {
        const graph = graphOf(source);
        const circle = findCircle(graph, context.filename);
        if (circle !== undefined) {
          const way = circle.map((file) => path.relative(source, file)).join(' -> ');
          context.report({ node, messageId: 'files', data: { way } });
        }
        const [options] = /** @type {[{ folders?: boolean }?]} */ (context.options);
        if (!options?.folders) return;
        const folders = foldIntoFolders(graph, source);
        const place = path.relative(source, context.filename).split(path.sep)[0] ?? '';
        const around = findCircle(folders, place);
        if (around !== undefined) context.report({ node, messageId: 'folders', data: { way: around.join(' -> ') } });
      },
    };
  },
};
