import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const CACHE = fileURLToPath(new URL('../../../node_modules/.cache', import.meta.url));

export interface CompiledNode {
  /** For `spawnNode`. */
  readonly entry: string;
  remove(): Promise<void>;
}

/** The log node as plain JavaScript, compiled from the sources of this moment. */
export async function compileNode(): Promise<CompiledNode> {
  const sources = fileURLToPath(new URL('..', import.meta.url));
  const { folder, remove } = await compileSources(sources, (file) => !file.startsWith('testing'));
  return { entry: join(folder, 'node', 'main.js'), remove };
}

/**
 * A folder of sources as plain JavaScript: a test of a process must not run what somebody built yesterday. Within the
 * checkout, so that it finds its packages, and not in `dist`, which a build may empty in the meantime. What it imports
 * must be in the folder or be a package; `#` is the folder itself.
 */
export async function compileSources(
  sources: string,
  wanted: (file: string) => boolean = () => true,
): Promise<{ readonly folder: string; remove(): Promise<void> }> {
  await mkdir(CACHE, { recursive: true });
  const folder = await mkdtemp(join(CACHE, 'compiled-'));
  await writeFile(join(folder, 'package.json'), JSON.stringify({ type: 'module', imports: { '#*': './*.js' } }));
  const files = await readdir(sources, { recursive: true });
  const chosen = files.filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && wanted(file));
  await Promise.all(chosen.map((file) => compile(join(sources, file), join(folder, file))));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
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
  const output = target.replace(/\.ts$/, '.js');
  await mkdir(dirname(output), { recursive: true });
  await writeFile(output, outputText);
}
