import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { settingNames } from '#log/settings';
import { environmentOf, interpolated, laidOver, readCompose } from './lib/compose.mjs';
import { faultsOf } from './lib/compose-rules.mjs';
import { commandOf, lastOf, stagesOf } from './lib/dockerfile.mjs';
import { dockerfileFaults } from './lib/dockerfile-rules.mjs';
import { contextFilter } from './lib/ignore.mjs';

const context = fileURLToPath(new URL('..', import.meta.url));
const text = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');
const settings = settingNames;

describe('the compose file', () => {
  const file = text('./compose.yaml');
  const faults = (changed: string) => faultsOf({ compose: readCompose(changed), settings, imageHasHealthCheck: true });

  test('is right, as far as can be seen without an engine', () => {
    expect(faults(file)).toEqual([]);
  });

  test.each([
    ['a tag that floats', 'image: redis:8-alpine', 'image: redis:latest', /redis: the image redis:latest has no tag/],
    ['an image without a tag', 'image: redis:8-alpine', 'image: redis', /redis: the image redis has no tag/],
    ['a service that is not there', '    redis:\n      condition', '    queue:\n      condition', /depends on queue/],
    ['a condition that does not exist', 'condition: service_healthy', 'condition: healthy', /condition healthy/],
    ['a check that is misspelt', 'start_period: 30s', 'startperiod: 30s', /startperiod is not known/],
    [
      'a setting that nothing reads',
      'SAMENSPEL_LOG_URL:',
      'SAMENSPEL_EVENTS_URL:',
      /nothing reads SAMENSPEL_EVENTS_URL/,
    ],
    ['a password in the open', '_PASSWORD_FILE: /run/secrets/redis-password', '_PASSWORD: x', /belongs in a file/],
    ['a password in a URL', 'samenspel@postgres', 'samenspel:x@postgres', /SAMENSPEL_DATABASE_URL holds a password/],
    [
      'a secret that is not declared',
      '  redis-password:\n    file',
      '  redis:\n    file',
      /redis-password is not declared/,
    ],
    ['a volume that is not declared', '  keys:\n\nnetworks', '\nnetworks', /volumes: keys is not declared/],
    ['a port for everyone', '- 127.0.0.1:$', '- $', /reachable from everywhere/],
    ['a log without an end', 'max-size: 10m', 'max-files: 10', /its log can fill the disk/],
    ['no limit of memory', 'memory: 256M', 'reservations: 1', /redis: has no limit/],
    ['a key that compose does not know', 'init: true', 'inits: true', /inits is not known/],
  ])('given %s, then that is found', (_, before, after, found) => {
    expect(file).toContain(before);
    expect(faults(file.replaceAll(before, after)).join('\n')).toMatch(found);
  });

  test('given a server whose health is waited for, then the image must have a check', () => {
    const compose = readCompose(file);
    compose.services.worker.depends_on.server = { condition: 'service_healthy' };
    expect(faultsOf({ compose, settings, imageHasHealthCheck: true })).toEqual([]);
    expect(faultsOf({ compose, settings, imageHasHealthCheck: false })).toHaveLength(1);
  });

  test('server and worker are one image, with the same settings for log, database and jobs', () => {
    const { server, worker } = readCompose(file).services;
    expect(worker.image).toBe(server.image);
    expect(environmentOf(server)).toMatchObject(environmentOf(worker));
    expect(environmentOf(server)['SAMENSPEL_PURPOSE']).toBe('production');
  });

  test('the image bears the release, and another one when that is asked, so that the one before is there to go back to', () => {
    const { server } = readCompose(file).services;
    expect(interpolated(server.image)).toBe(`samenspel:${JSON.parse(text('../package.json')).version}`);
    expect(server.image).toMatch(/^samenspel:\$\{SAMENSPEL_VERSION:-/);
  });

  test.each(['compose.mail.yaml', 'compose.move.yaml'])('is right with %s over it', (above) => {
    const compose = laidOver(readCompose(file), readCompose(text(`./${above}`)));
    expect(faultsOf({ compose, settings, imageHasHealthCheck: true })).toEqual([]);
  });

  test('given a mail server that asks for a password, then that is in a file that the server alone reads', () => {
    const { server, worker } = laidOver(readCompose(file), readCompose(text('./compose.mail.yaml'))).services;
    expect(environmentOf(server)['SAMENSPEL_MAIL_PASSWORD_FILE']).toBe('/run/secrets/mail-password');
    expect(server.secrets).toContain('mail-password');
    expect(worker.secrets).not.toContain('mail-password');
    expect(file).not.toMatch(/smtp:\/\/\w+:\w+@/);
  });

  test('server and worker have a check of their own, each of what it does', () => {
    const { server, worker } = readCompose(file).services;
    expect(server.healthcheck).toBeUndefined();
    expect(worker.healthcheck.test).toEqual(['CMD', 'node', 'docker/health.mjs', 'worker']);
    expect(environmentOf(worker)['SAMENSPEL_WORKER_HOST']).toBe('127.0.0.1');
  });
});

describe('what a back-up and a move hold', () => {
  test.each(['./README.md', '../docs/operations.md'])(
    '%s names everything that cannot be made again from the log',
    (file) => {
      for (const kept of ['schemas `keys`, `reporting` and `operations`', 'folders `keys` and `identity`'])
        expect(text(file).replaceAll(/\s+/g, ' ')).toContain(kept);
    },
  );

  test('nothing of a back-up or of a move is sent to the build', () => {
    const keeps = contextFilter(text('../.dockerignore'));
    for (const path of ['docker/backup/keys.tar.gz', 'docker/kept.sql']) expect(keeps(path)).toBe(false);
  });
});

describe('the Dockerfile', () => {
  const file = text('./Dockerfile');
  const ignore = text('../.dockerignore');
  const keeps = contextFilter(ignore);
  const faults = (changed: string) => dockerfileFaults({ stages: stagesOf(changed), settings, context, keeps });

  test('is right, by our own small check', () => {
    expect(faults(file)).toEqual([]);
  });

  test.each([
    ['an image without a tag', 'node:24-bookworm-slim', 'node', /node has no tag/],
    ['root', 'USER node\n', 'USER root\n', /runs as root/],
    ['no user at all', 'USER node\n', '', /runs as root/],
    ['something that is made after the user', 'EXPOSE', 'RUN true\nEXPOSE', /made after USER/],
    ['packages by name', 'npm ci --omit=dev', 'npm install --omit=dev', /npm ci, by the lock file/],
    ['everything copied', 'COPY apps apps', 'COPY . .', /say what is copied/],
    ['a file that .dockerignore leaves out', 'COPY apps apps', 'COPY README.md README.md', /leaves out README.md/],
    ['a file that is not there', 'COPY apps apps', 'COPY app app', /app is not there/],
    ['a stage that is not there', '--from=packages', '--from=package', /no stage package/],
    ['a command through a shell', 'CMD ["node", "--enable', 'CMD node ["--enable', /as a JSON list/],
    ['another port', 'EXPOSE 8080', 'EXPOSE 80', /EXPOSE is not the port/],
    ['a setting that nothing reads', 'ENV SAMENSPEL_HOST', 'ENV SAMENSPEL_LISTEN', /nothing reads SAMENSPEL_LISTEN/],
  ])('given %s, then that is found', (_, before, after, found) => {
    expect(file).toContain(before);
    expect(faults(file.replaceAll(before, after)).join('\n')).toMatch(found);
  });

  test('the image listens to its network, keeps its keys in the volume, and starts the server', () => {
    const image = stagesOf(file).at(-1);
    const env = image.instructions.filter(({ name }: { name: string }) => name === 'ENV');
    expect(env.map(({ args }: { args: string }) => args)).toContain('SAMENSPEL_HOST=0.0.0.0');
    expect(env.map(({ args }: { args: string }) => args)).toContain('SAMENSPEL_DATA=/app/data');
    expect(readCompose(text('./compose.yaml')).services.server.volumes).toContain('keys:/app/data');
    expect(commandOf(lastOf(image, 'CMD'))).toContain('dist/apps/server/main.js');
    expect(commandOf(lastOf(image, 'HEALTHCHECK'))).toEqual(['node', 'docker/health.mjs']);
  });

  test.each([
    ['apps/server/main.ts', true],
    ['package-lock.json', true],
    ['libs/log/settings.spec.ts', false],
    ['docker/secrets/postgres-password', false],
    ['data/keys/wrapping.key', false],
    ['node_modules/pg/package.json', false],
    ['.git/config', false],
  ])('%s is sent to the build: %s', (path, sent) => {
    expect(keeps(path)).toBe(sent);
  });
});
