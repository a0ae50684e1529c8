import { spawnSync } from 'node:child_process';
import { chromium } from './browser.mjs';
import { say } from './language.mjs';

/** Parts that a machine may lack, and the tests that need them. With CI=true every one of them must be there. */
const optionalParts = [
  {
    name: 'Redis',
    /** Tests that need it carry this in their file name: `jobs.redis.int.spec.ts`. */
    marker: '.redis.',
    present: () => spawnSync('redis-server', ['--version']).status === 0,
    missing: {
      nl: 'Overgeslagen: de proeven van het takenbord op Redis (…redis…spec.ts), want redis-server staat niet op deze machine.',
      en: 'Left out: the tests of the jobs on Redis (…redis…spec.ts), because this machine has no redis-server.',
    },
  },
  {
    name: 'Chromium',
    /** Tests that need it carry this in their file name: `pages.browser.e2e.spec.ts`. */
    marker: '.browser.',
    present: () => chromium() !== undefined,
    missing: {
      nl: 'Overgeslagen: de proeven van de webpagina’s (…browser…spec.ts), want Chromium staat niet op deze machine.',
      en: 'Left out: the tests of the web pages (…browser…spec.ts), because this machine has no Chromium.',
    },
  },
];

/**
 * The markers of the tests to leave out on this machine, each said aloud with its reason.
 * @throws when CI=true and a part is missing: there every test must run.
 */
export function testsToLeaveOut() {
  const missing = optionalParts.filter((part) => !part.present());
  for (const part of missing) process.stdout.write(`${say(part.missing)}\n`);
  if (missing.length > 0 && process.env.CI === 'true') {
    throw new Error(`CI=true, but missing: ${missing.map((part) => part.name).join(', ')}`);
  }
  return missing.map((part) => part.marker);
}
