import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from './run.mjs';

const LOCK = join(root, '.preparing');

/**
 * Installing and building write into the checkout: two commands that start at once take turns, for two installations at
 * the same time leave a broken one. A lock that a killed command left behind is taken over.
 */
export async function inTurn(work) {
  while (!(await taken())) await pause(200);
  try {
    return await work();
  } finally {
    await rm(LOCK, { force: true });
  }
}

async function taken() {
  try {
    await writeFile(LOCK, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  const holder = Number(await readFile(LOCK, 'utf8').catch(() => '0'));
  if (holder > 0 && !isAlive(holder)) await rm(LOCK, { force: true });
  return false;
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
