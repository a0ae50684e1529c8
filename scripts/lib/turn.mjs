import { randomUUID } from 'node:crypto';
import { link, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { uptime } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { say } from './language.mjs';
import { isSame, ownIdentity } from './process-identity.mjs';
import { root } from './run.mjs';

/**
 * Installing and building write into the checkout: two commands that start at once take turns, for two installations at
 * the same time leave a broken one. A lock that a killed command left behind is taken over. Who waits says for whom.
 *
 * The lock is a file that names the process and when it started, for numbers are given out again. It is made whole under
 * another name and then linked into place: a link either wins or fails, and nobody ever reads half of it.
 */
export async function inTurn(work, { lock = join(root, '.preparing'), tellAfter = 3_000, tell = sayOnError } = {}) {
  const draft = `${lock}.${randomUUID()}`;
  await writeFile(draft, JSON.stringify(await ownIdentity()));
  try {
    await taken(lock, draft, { tellAfter, tell });
    try {
      return await work();
    } finally {
      await rm(lock, { force: true });
    }
  } finally {
    await rm(draft, { force: true });
  }
}

async function taken(lock, draft, { tellAfter, tell }) {
  const began = performance.now();
  let isTold = false;
  while (!(await linked(draft, lock))) {
    if (await removedStale(lock, draft)) continue;
    if (!isTold && performance.now() - began > tellAfter) {
      isTold = true;
      tell(waitingFor(await holderOf(lock), lock));
    }
    await pause(100);
  }
}

function waitingFor(holder, lock) {
  const pid = holder?.pid ?? '?';
  return {
    nl: `Wacht op proces ${pid}, dat hier installeert of bouwt (${lock}).`,
    en: `Waiting for process ${pid}, which installs or builds here (${lock}).`,
  };
}

/**
 * Removes a lock that nobody holds any more, and says whether it did. Only one at a time has the right to: two that found
 * the same one would otherwise remove each other's new lock. Whoever has the right looks once more.
 */
async function removedStale(lock, draft) {
  if (!(await isStale(lock))) return false;
  const right = `${lock}.takeover`;
  if (!(await linked(draft, right))) {
    if (await isStale(right)) await rm(right, { force: true });
    return false;
  }
  try {
    if (!(await isStale(lock))) return false;
    await rm(lock, { force: true });
    return true;
  } finally {
    await rm(right, { force: true });
  }
}

/** Whether it is there, and whoever it names is not. */
async function isStale(file) {
  const holder = await holderOf(file);
  if (holder === undefined) return false;
  if (!(await isSame(holder))) return true;
  // A number alone says nothing over a restart of the machine.
  return !holder.startedAt && holder.madeAt < Date.now() - uptime() * 1_000;
}

/** Who the file names, or nobody when it cannot be read as that; undefined when it is not there. */
async function holderOf(file) {
  try {
    const [text, { mtimeMs: madeAt }] = await Promise.all([readFile(file, 'utf8'), stat(file)]);
    return { ...identityIn(text), madeAt };
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function identityIn(text) {
  try {
    const found = JSON.parse(text);
    // A release before this one wrote the number alone.
    return typeof found === 'number' ? { pid: found } : { pid: found?.pid, startedAt: found?.startedAt };
  } catch {
    return {};
  }
}

async function linked(draft, file) {
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function sayOnError(sentence) {
  process.stderr.write(`${say(sentence)}\n`);
}
