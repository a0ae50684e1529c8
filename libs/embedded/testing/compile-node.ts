import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const SOURCES = fileURLToPath(new URL('..', import.meta.url));
const CACHE = fileURLToPath(new URL('../../../node_modules/.cache', import.meta.url));

export interface CompiledNode {
  /** For `spawnNode`. */
  readonly entry: string;
  remove(): Promise<void>;
}

/**
 * The log node as plain JavaScript, compiled from the sources of this moment: a test of a process must not run what
 * somebody built yesterday. Within the checkout, so that it finds its packages, and not in `dist`, which a build may
 * empty in the meantime.
 */
export async function compileNode(): Promise<CompiledNode> {
  await mkdir(CACHE, { recursive: true });
  const target = await mkdtemp(join(CACHE, 'log-node-'));
  await writeFile(join(target, 'package.json'), JSON.stringify({ type: 'module' }));
  const files = await readdir(SOURCES, { recursive: true });
  const sources = files.filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && !file.startsWith('testing'),
  );
  await Promise.all(sources.map((file) => compile(join(SOURCES, file), target)));
  return { entry: join(target, 'node', 'main.js'), remove: () => rm(target, { recursive: true, force: true }) };
}

async function compile(file: string, target: string): Promise<void> {
  const { outputText } = ts.transpileModule(await readFile(file, 'utf8'), {
    fileName: file,
    compilerOptions: {
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.ESNext,
      rewriteRelativeImportExtensions: true,
      verbatimModuleSyntax: true,
    },
  });
  const output = join(target, relative(SOURCES, file).replace(/\.ts$/, '.js'));
  await mkdir(dirname(output), { recursive: true });
  await writeFile(output, outputText);
}
