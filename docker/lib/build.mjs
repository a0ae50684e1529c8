/* What `docker build` would do, by hand: each stage is a folder, `/app` in it is the image's `/app`. */

import { spawn } from 'node:child_process';
import { cp, mkdir, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { keyAndValue } from './dockerfile.mjs';

/**
 * Runs the instructions of all stages. Of the machine it uses Node and npm, and it runs as whoever calls it: users of
 * the image are not there, so owners are left out.
 *
 * @param {{ stages: import('./dockerfile.mjs').Stage[], context: string, keeps: (path: string) => boolean, folder: string,
 *   onStep?: (text: string) => void }} options
 * @returns {Promise<{ root: string, workdir: string, env: Record<string, string> }>} the last stage
 */
export async function build({ stages, context, keeps, folder, onStep = () => undefined }) {
  const built = new Map();
  let last;
  for (const stage of stages) {
    last = { root: join(folder, stage.name), workdir: '/', env: {} };
    await mkdir(last.root, { recursive: true });
    for (const instruction of stage.instructions) {
      onStep(`${stage.name}: ${instruction.text}`);
      await perform(instruction, last, { context, keeps, built });
    }
    built.set(stage.name, last);
  }
  return last;
}

async function perform({ name, args, flags }, image, { context, keeps, built }) {
  const here = join(image.root, image.workdir);
  if (name === 'ENV') Object.assign(image.env, Object.fromEntries([keyAndValue(args)]));
  else if (name === 'WORKDIR') {
    image.workdir = args;
    await mkdir(join(image.root, args), { recursive: true });
  } else if (name === 'RUN') await run(args.replaceAll(/ --(owner|group)=\w+/g, ''), here, image.env);
  else if (name === 'COPY') {
    const words = args.split(/\s+/);
    const target = words.pop();
    const to = target.startsWith('/') ? join(image.root, target) : join(here, target);
    const from = flags.from === undefined ? context : built.get(flags.from).root;
    for (const source of words)
      await copy({ from, source, to, into: target.endsWith('/'), keeps: flags.from ? all : keeps });
  }
}

const all = () => true;

async function copy({ from, source, to, into, keeps }) {
  const path = join(from, source);
  const isFolder = (await stat(path)).isDirectory();
  if (!isFolder && !keeps(relative(from, path))) throw new Error(`${source} is not in the context: see .dockerignore`);
  const target = into && !isFolder ? join(to, basename(source)) : to;
  await mkdir(dirname(target), { recursive: true });
  if (!isFolder) return cp(path, target);
  for (const entry of await readdir(path, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isDirectory() || !keeps(relative(from, file))) continue;
    const place = join(target, relative(path, file));
    await mkdir(dirname(place), { recursive: true });
    await cp(file, place, { verbatimSymlinks: true });
  }
}

function run(command, cwd, env) {
  return new Promise((resolve, reject) => {
    // NODE_ENV and the like of whoever calls must not decide what npm installs.
    const { NODE_ENV: _, NODE_OPTIONS: __, ...own } = process.env;
    const child = spawn('sh', ['-c', command], { cwd, env: { ...own, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    const printed = [];
    child.stdout.on('data', (chunk) => printed.push(chunk));
    child.stderr.on('data', (chunk) => printed.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else
        reject(new Error(`${command} ended with ${code}:\n${Buffer.concat(printed).toString('utf8').slice(-4_000)}`));
    });
  });
}
