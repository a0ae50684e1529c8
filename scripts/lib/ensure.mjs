import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { root, runQuietly } from './run.mjs';
import { step, stop } from './steps.mjs';
import { inTurn } from './turn.mjs';

const INSTALL_STAMP = join(root, 'node_modules', '.samenspel-installed');
const BUILD_STAMP = join(root, 'dist', '.samenspel-built');
const PAGES_STAMP = join(root, 'dist', '.samenspel-pages-built');
const BUILD_INFO = join('dist', '.build.tsbuildinfo');

/** Installs what the lock file names and builds the program, each only when it is not up to date. */
export async function ensureReady() {
  assertNodeVersion();
  await inTurn(async () => {
    await ensureInstalled();
    await ensureBuilt();
    await ensurePagesBuilt();
  });
}

function assertNodeVersion() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  stop({
    nl: `Samenspel heeft Node 20.19 of nieuwer nodig; dit is ${process.version}. Installeer een nieuwere versie (24 wordt aangeraden).`,
    en: `Samenspel needs Node 20.19 or later; this is ${process.version}. Install a later version (24 is recommended).`,
  });
}

/** Installs with `npm ci` when there is nothing yet, or when it was installed from another lock file. */
export async function ensureInstalled() {
  const wanted = sha256(await readFile(join(root, 'package-lock.json')));
  if (await isInstalled(wanted)) return;
  await step({ nl: 'Onderdelen installeren (npm ci)', en: 'Installing packages (npm ci)' }, async () => {
    // npm says in its environment where it stands itself; without it, it is looked up in the PATH.
    const npm = process.env.npm_execpath;
    const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--prefer-offline'];
    const fromNode = npm !== undefined && /\.c?js$/.test(npm);
    const { code, output } = fromNode
      ? await runQuietly(process.execPath, [npm, ...args])
      : await runQuietly('npm', args, { shell: process.platform === 'win32' });
    if (code !== 0) {
      stop({
        nl: `${output}\nHet installeren is mislukt (npm ci).`,
        en: `${output}\nThe installation failed (npm ci).`,
      });
    }
    await writeFile(INSTALL_STAMP, `${wanted}\n`);
  });
}

async function isInstalled(wanted) {
  const stamp = await readFile(INSTALL_STAMP, 'utf8').catch(() => undefined);
  if (stamp !== undefined) return stamp.trim() === wanted;
  // Installed by hand with npm: good when npm finished after the lock file was last changed.
  const npmOwn = await stat(join(root, 'node_modules', '.package-lock.json')).catch(() => undefined);
  if (npmOwn === undefined) return false;
  const lock = await stat(join(root, 'package-lock.json'));
  return npmOwn.mtimeMs >= lock.mtimeMs;
}

/** Builds with the compiler when a source, a setting or an installed package changed since the last build. */
export async function ensureBuilt() {
  const sources = await sourceFiles();
  const hash = await hashOf([...sources, 'tsconfig.json', 'tsconfig.build.json', 'package.json', 'package-lock.json']);
  const stamp = await readStamp();
  if (stamp?.hash === hash) return;
  await step({ nl: 'Bouwen (tsc)', en: 'Building (tsc)' }, async () => {
    await mkdir(join(root, 'dist'), { recursive: true });
    // Without a stamp nobody knows what stands in dist, and the compiler would only add what it thinks is missing.
    if (stamp === undefined) await rm(join(root, BUILD_INFO), { force: true });
    await removeOrphans(stamp?.sources ?? [], sources);
    const tsc = join('node_modules', 'typescript', 'bin', 'tsc');
    const args = [tsc, '-p', 'tsconfig.build.json', '--tsBuildInfoFile', BUILD_INFO];
    const { code, output } = await runQuietly(process.execPath, args);
    if (code !== 0) stop({ nl: `${output}\nHet bouwen is mislukt.`, en: `${output}\nThe build failed.` });
    await writeFile(BUILD_STAMP, JSON.stringify({ hash, sources }));
  });
}

async function readStamp() {
  if (!existsSync(BUILD_STAMP)) return undefined;
  try {
    return JSON.parse(await readFile(BUILD_STAMP, 'utf8'));
  } catch {
    // Cut short by a kill: as if it was never built.
    return undefined;
  }
}

/** Builds the web pages when one of their files or an installed package changed since the last build. */
export async function ensurePagesBuilt() {
  const hash = await hashOf([...(await pageFiles()), 'package.json', 'package-lock.json']);
  const stamp = await readFile(PAGES_STAMP, 'utf8').catch(() => undefined);
  if (stamp === hash) return;
  await step({ nl: 'Webpagina’s bouwen (vite)', en: 'Building the web pages (vite)' }, async () => {
    await rm(PAGES_STAMP, { force: true });
    const vite = join('node_modules', 'vite', 'bin', 'vite.js');
    const args = [vite, 'build', '--config', join('apps', 'web', 'vite.config.ts'), '--logLevel', 'warn'];
    const { code, output } = await runQuietly(process.execPath, args);
    if (code !== 0) {
      stop({ nl: `${output}\nHet bouwen van de webpagina’s is mislukt.`, en: `${output}\nBuilding the pages failed.` });
    }
    await writeFile(PAGES_STAMP, hash);
  });
}

/** Every file of the web pages but their tests, as paths from the root, sorted. */
async function pageFiles() {
  const entries = await readdir(join(root, 'apps', 'web'), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.spec.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}

/** Every source that goes into dist by the compiler, as paths from the root, sorted. */
async function sourceFiles() {
  const found = [];
  for (const folder of ['apps', 'libs', 'test']) {
    for (const entry of await readdir(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !entry.name.endsWith('.ts') || entry.name.endsWith('.spec.ts')) continue;
      const file = relative(root, join(entry.parentPath, entry.name));
      // A benchmark has packages of its own; what they bring along is not built. The pages are built apart.
      const folders = file.split(sep);
      if (!folders.includes('node_modules') && !(folders[0] === 'apps' && folders[1] === 'web')) found.push(file);
    }
  }
  return found.sort();
}

/** A module whose source is gone must not be found by an import any more. */
async function removeOrphans(before, now) {
  const kept = new Set(now);
  const gone = before.filter((source) => !kept.has(source));
  for (const source of gone) {
    const built = join(root, 'dist', source.replace(/\.ts$/, '.js'));
    await rm(built, { force: true });
    await rm(`${built}.map`, { force: true });
  }
}

async function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(await readFile(join(root, file)))
      .update('\0');
  return hash.digest('hex');
}

function sha256(content) {
  return createHash('sha256').update(content).digest('hex');
}
