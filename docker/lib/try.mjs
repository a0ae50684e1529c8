/* Starts what is in the image without a container: the same commands, files and settings, as a user without rights. */

import { execFile, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chown, mkdir, open, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

/** Who may nothing; only root can start something as somebody else. */
const NOBODY = 65534;
const user = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
const READY_MS = 60_000;
const STOP_MS = 10_000;

/**
 * The services that the compose file starts beside ours: the embedded engines stand in for EventStoreDB and PostgreSQL.
 * Their passwords are in files, as secrets of a container are.
 */
export async function startBackEnd({ folder, ending }) {
  const { removePostgres, startPostgres } = await import('../../dist/libs/embedded/postgres/start-postgres.js');
  const { startNode } = await import('../../dist/libs/embedded/node/start-node.js');
  const secrets = join(folder, 'secrets');
  await mkdir(secrets);
  const data = join(folder, 'engines');
  await mkdir(data);
  // Where this folder cannot be reached by the user of PostgreSQL, its files are elsewhere.
  ending.push(() => removePostgres(data));
  const postgres = await startPostgres({ folder: data });
  ending.push(() => postgres.stop());
  const node = await startNode({ connectionString: postgres.connectionString() });
  ending.push(() => node.close());
  const database = new URL(postgres.connectionString());
  await writeFile(join(secrets, 'postgres-password'), `${decodeURIComponent(database.password)}\n`, { mode: 0o444 });
  database.password = '';
  const redisUrl = await startRedis(secrets, ending);
  return { secrets, logUrl: node.connectionString, databaseUrl: database.href, redisUrl };
}

/** With a password, and its settings in a file, as in the compose file; undefined where it is not installed. */
async function startRedis(secrets, ending) {
  if (spawnSync('redis-server', ['--version']).status !== 0) return undefined;
  const password = randomBytes(24).toString('base64url');
  await writeFile(join(secrets, 'redis-password'), `${password}\n`, { mode: 0o444 });
  const port = await freePort();
  const settings = `port ${port}\nbind 127.0.0.1\nrequirepass ${password}\nmaxmemory-policy noeviction\nsave ""\n`;
  const redis = spawn('redis-server', ['-'], { stdio: ['pipe', 'ignore', 'ignore'] });
  redis.stdin.end(settings);
  ending.push(() => redis.kill());
  return `redis://127.0.0.1:${port}`;
}

/** One service of ours. */
export class Container {
  #child;
  #options;
  #environment;

  /** @param options `environment`: of the compose file; the addresses in it are those of its own network. */
  constructor(options) {
    this.#options = options;
  }

  /** Where it can be asked. */
  get url() {
    return `http://127.0.0.1:${this.#environment.SAMENSPEL_PORT}`;
  }

  /** Gives the data folder to the user that it runs as, as the image does; and takes ports, for it has no network of its own. */
  async own() {
    const { app } = this.#options.image;
    if (user.uid !== undefined) await chown(join(app, 'data'), user.uid, user.gid);
    const ports = { SAMENSPEL_PORT: String(await freePort()), SAMENSPEL_WORKER_PORT: String(await freePort()) };
    this.#environment = { ...this.#settings(), ...ports };
  }

  start() {
    const { name, command, logs } = this.#options;
    const [program, ...args] = command;
    this.#child = spawn(program === 'node' ? process.execPath : program, args, {
      ...this.#place(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child.on('error', () => undefined);
    void keep(this.#child, join(logs, `${name}.log`));
  }

  /** Runs a command in it, and gives what it prints. */
  async execute([program, ...args]) {
    const { stdout } = await promisify(execFile)(program === 'node' ? process.execPath : program, args, this.#place());
    return stdout;
  }

  /** Runs a command in it until it ends well. @throws Error when it does not, or when the service has ended. */
  async until(command) {
    const end = Date.now() + READY_MS;
    for (;;) {
      try {
        return await this.execute(command);
      } catch (error) {
        if (this.#child.exitCode !== null) throw new Error(`${this.#options.name} ended:\n${await this.#said()}`);
        if (Date.now() > end) throw new Error(`${command.join(' ')}: ${error.stdout}\n${await this.#said()}`);
        await pause(200);
      }
    }
  }

  /** @throws Error when it has not ended well by itself in time. */
  async stop() {
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    const [code] = await Promise.race([ended, pause(STOP_MS, ['not at all'], { ref: false })]);
    if (code !== 0) throw new Error(`${this.#options.name} ended with ${code}:\n${await this.#said()}`);
  }

  kill() {
    if (this.#child?.exitCode === null) this.#child.kill('SIGKILL');
  }

  #place() {
    return { cwd: this.#options.image.app, env: this.#environment, ...user };
  }

  /** Nothing of our own environment: what is not in the image or in the compose file is not there. */
  #settings() {
    const { image, environment, backEnd } = this.#options;
    const { SAMENSPEL_REDIS_URL: _, SAMENSPEL_REDIS_PASSWORD_FILE: __, ...withoutRedis } = environment;
    const settings = {
      ...image.env,
      ...(backEnd.redisUrl ? { ...environment, SAMENSPEL_REDIS_URL: backEnd.redisUrl } : withoutRedis),
      SAMENSPEL_LOG_URL: backEnd.logUrl,
      SAMENSPEL_DATABASE_URL: backEnd.databaseUrl,
      SAMENSPEL_DATA: join(image.app, 'data'),
    };
    const local = ([name, value]) => [name, value.replace('/run/secrets', backEnd.secrets)];
    return Object.fromEntries(Object.entries(settings).map(local));
  }

  async #said() {
    const { name, logs } = this.#options;
    return (await readFile(join(logs, `${name}.log`), 'utf8').catch(() => '')).slice(-4_000);
  }
}

async function keep(child, file) {
  const log = await open(file, 'w');
  const write = (chunk) => void log.write(chunk);
  child.stdout.on('data', write);
  child.stderr.on('data', write);
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
