import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { runNode } from '@entente/workspace/run-node';
import { readExample } from './read-example.mjs';

const require = createRequire(import.meta.url);

/** @typedef {import('@entente/workspace/list-projects').Project} Project */
/** @typedef {import('./main.mjs').Finding} Finding */

/**
 * Type-checks and runs the first TypeScript example of each README against the installed tarballs. A README without one is a complaint.
 * @param {readonly Project[]} projects
 * @param {{ root: string, consumer: string }} options
 * @returns {Promise<readonly Finding[]>}
 */
export async function checkExamples(projects, { root, consumer }) {
  mkdirSync(path.join(consumer, 'src'), { recursive: true });
  const examples = projects.map((project) => {
    const readme = path.join(root, project.folder, 'README.md');
    const text = existsSync(readme) ? readExample(readFileSync(readme, 'utf8')) : undefined;
    const stem = path.posix.basename(project.folder);
    if (text !== undefined) writeFileSync(path.join(consumer, 'src', `${stem}.ts`), text);
    return { project, stem, text };
  });
  const entries = projects.flatMap((project) => entriesOf(project, consumer));
  writeFileSync(
    path.join(consumer, 'src', 'entries.ts'),
    entries.map((entry, index) => `export * as entry${index} from '${entry}';\n`).join(''),
  );
  const diagnostics = await compile(consumer);

  const findings = [];
  for (const { project, stem, text } of examples) {
    const name = `${project.name}: the README's example`;
    if (text === undefined) {
      findings.push({ name, complaints: [`${project.folder}/README.md has no example: a block that starts with \`\`\`ts`] });
      continue;
    }
    const complaints = diagnostics.filter((line) => line.startsWith(`src/${stem}.ts`));
    if (complaints.length === 0) {
      const { code, output } = await runNode(path.join(consumer, 'out', `${stem}.js`), [], {
        cwd: consumer,
        quiet: true,
        env: withoutKeys(),
      });
      if (code !== 0) complaints.push(`It ended with exit code ${code}:\n${output.trim()}`);
    }
    findings.push({ name, complaints });
  }
  for (const project of projects) {
    const places = [`node_modules/${project.name}/`, 'src/entries.ts'];
    const complaints = diagnostics.filter(
      (line) => places.some((place) => line.startsWith(place)) && line.includes(project.name),
    );
    findings.push({ name: `${project.name}: declarations of every entry`, complaints });
  }
  return findings;
}

/**
 * Everything of a package that can be imported, as `@entente/simulation-core/journal`.
 * @param {Project} project
 * @param {string} consumer
 */
function entriesOf({ name }, consumer) {
  /** @type {{ exports: Record<string, unknown> }} */
  const { exports } = JSON.parse(readFileSync(path.join(consumer, 'node_modules', name, 'package.json'), 'utf8'));
  return Object.keys(exports)
    .filter((entry) => !entry.endsWith('.json'))
    .map((entry) => path.posix.join(name, entry));
}

/**
 * Compiles all examples with the strictest settings a consumer may have and gives what TypeScript complains about, a line each.
 * @param {string} consumer
 */
async function compile(consumer) {
  const typeRoots = [path.dirname(path.dirname(require.resolve('@types/node/package.json')))];
  const compilerOptions = {
    target: 'ES2023',
    lib: ['ES2023'],
    module: 'NodeNext',
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    types: ['node'],
    typeRoots,
    rootDir: 'src',
    outDir: 'out',
    noEmitOnError: false,
  };
  writeFileSync(path.join(consumer, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['src'] }));
  const { output } = await runNode(require.resolve('typescript/bin/tsc'), ['-p', '.', '--pretty', 'false'], {
    cwd: consumer,
    quiet: true,
  });
  return output.split('\n').filter((line) => line.includes('error TS'));
}

/** An example is offline: it gets no key, so it cannot pass only because somebody has one. */
function withoutKeys() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/KEY|TOKEN|SECRET/i.test(name)));
}
