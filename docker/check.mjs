#!/usr/bin/env node
/*
 * `node docker/check.mjs`: does by hand what `docker build` would do, and tries the outcome: server and worker are
 * started from it with the environment of the compose file, as another user, against the embedded engines (and Redis,
 * where redis-server is installed). No container engine is needed. Needs a checkout that was built (`npm run build`).
 *   --keep           leaves the folder for who wants to look into it
 *   --context DIR    another checkout to build the image from
 */

import { execFile } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { step } from '../scripts/lib/steps.mjs';
import { build } from './lib/build.mjs';
import { environmentOf, readCompose } from './lib/compose.mjs';
import { commandOf, lastOf, stagesOf } from './lib/dockerfile.mjs';
import { contextFilter } from './lib/ignore.mjs';
import { Container, startBackEnd } from './lib/try.mjs';

const { values: options } = parseArgs({ options: { keep: { type: 'boolean' }, context: { type: 'string' } } });
const context = resolve(options.context ?? fileURLToPath(new URL('..', import.meta.url)));
const run = promisify(execFile);

const folder = await mkdtemp(join(tmpdir(), 'samenspel-image-'));
await chmod(folder, 0o755);
const ending = [];
try {
  const image = await buildImage();
  await assertOnlyWhatRuns(image);
  await tryIt(image);
  process.stdout.write('\nThe image builds and runs.\n');
} catch (error) {
  process.stderr.write(`\n${error.stack}\n`);
  process.exitCode = 1;
} finally {
  for (const end of ending.reverse()) await end();
  if (options.keep) process.stdout.write(`${folder}\n`);
  else await rm(folder, { recursive: true, force: true });
}

async function buildImage() {
  const stages = stagesOf(await readFile(join(context, 'docker/Dockerfile'), 'utf8'));
  const keeps = contextFilter(await readFile(join(context, '.dockerignore'), 'utf8'));
  // Steps may take minutes: each is said before it is done.
  const onStep = (text) => process.stdout.write(`  · ${text}\n`);
  const made = await said('The steps of the Dockerfile', () => build({ stages, context, keeps, folder, onStep }));
  const stage = stages.at(-1);
  return {
    ...made,
    app: join(made.root, made.workdir),
    command: commandOf(lastOf(stage, 'CMD')),
    healthCheck: commandOf(lastOf(stage, 'HEALTHCHECK')),
  };
}

/** No package that is for development only, nothing missing, and how large it is. */
async function assertOnlyWhatRuns({ app }) {
  await said('npm ls --omit=dev', () => run('npm', ['ls', '--omit=dev', '--all'], { cwd: app }));
  // By the lock file: some that we ask for in development are also asked for by a package that runs.
  const { packages } = JSON.parse(await readFile(join(context, 'package-lock.json'), 'utf8'));
  const there = Object.keys(packages).filter((path) => packages[path].dev && existsSync(join(app, path)));
  if (there.length > 0) throw new Error(`For development only, and yet in the image: ${there.join(', ')}`);
  const size = (path) => Math.round(sizeOf(path) / 1024 / 1024);
  process.stdout.write(
    `    ${size(app)} MB: packages ${size(join(app, 'node_modules'))}, program ${size(join(app, 'dist'))} (the base image comes on top)\n`,
  );
}

async function tryIt(image) {
  const { services } = readCompose(await readFile(join(context, 'docker/compose.yaml'), 'utf8'));
  const logs = join(folder, 'logs');
  await mkdir(logs);
  const backEnd = await said('The engines', () => startBackEnd({ folder, ending }));
  const container = (name, command) => {
    const made = new Container({ name, image, command, environment: environmentOf(services[name]), backEnd, logs });
    ending.push(() => made.kill());
    return made;
  };
  const server = container('server', image.command);
  const worker = container('worker', services.worker.command);
  for (const service of [server, worker]) await service.own();
  // The server is healthy when the views can be read, which is the work of the worker: neither may wait for the other.
  server.start();
  worker.start();
  await said('The health check of the image', () => server.until(image.healthCheck));
  await said('The health check of the worker', () => worker.until(services.worker.healthcheck.test.slice(1)));
  await said('The worker folds what the log holds', () => folded(server));
  const token = await said('samenspel token admin', async () => (await server.execute(cli('token', 'admin'))).trim());
  await said('The API, with that token', async () => {
    const answer = await fetch(`${server.url}/v1/programmes`, { headers: { authorization: `Bearer ${token}` } });
    if (answer.status !== 200) throw new Error(`GET /v1/programmes: ${answer.status} ${await answer.text()}`);
  });
  await said('Both stop when they are told', () => Promise.all([server.stop(), worker.stop()]));
}

/** The command line, as docker/samenspel calls it. */
function cli(...args) {
  return ['node', '--enable-source-maps', 'dist/apps/cli/main.js', ...args];
}

/** Beyond the genesis event: the register, which the server put into the log. */
async function folded(server) {
  for (let tries = 0; tries < 150; tries += 1) {
    const health = await (await fetch(`${server.url}/v1/health`)).json();
    if (health.ordinal > 1) return;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error('The views did not get past the first event: look into the logs with --keep');
}

function said(name, work) {
  return step({ nl: name, en: name }, work);
}

function sizeOf(path) {
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
