import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { runNode } from '@entente/workspace/run-node';
import { readExample } from './read-example.mjs';

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
      const { code, output } = await runNode(path.join(consumer, 'out', `${stem}.js`), [], { cwd: consumer, quiet: true, env: withoutKeys() });
      if (code !== 0) complaints.push(`It ended with exit code ${code}:\n${output.trim()}`);
    }
    findings.push({ name, complaints });
  }
  for (const project of projects) {
    const complaints = diagnostics.filter((line) => line.startsWith(`node_modules/${project.name}/`));
    findings.push({ name: `${project.name}: declarations`, complaints });
  }
  return findings;
}

/**
 * Compiles all examples with the strictest settings a consumer may have and gives what TypeScript complains about, a line each.
 * @param {string} consumer
 */
async function compile(consumer) {
  const require = createRequire(import.meta.url);
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
  writeFileSync(path.join(consumer, 'src', 'nothing.ts'), 'export {};\n');
  const { output } = await runNode(require.resolve('typescript/bin/tsc'), ['-p', '.', '--pretty', 'false'], { cwd: consumer, quiet: true });
  return output.split('\n').filter((line) => line.includes('error TS'));
}

/** An example is offline: it gets no key, so it cannot pass only because somebody has one. */
function withoutKeys() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/KEY|TOKEN|SECRET/i.test(name)));
}
