import { readFile } from 'node:fs/promises';

/**
 * Prints `N passed, N failed` from jest's own results. A run that failed without a failed test (a check, the build, a
 * test file that did not load) counts as one failure: the line must never look better than the exit code.
 */
const [file = '', status = '0'] = process.argv.slice(2);
const text = await readFile(file, 'utf8').catch(() => '');
const results = text === '' ? {} : JSON.parse(text);
const passed = results.numPassedTests ?? 0;
const failed = (results.numFailedTests ?? 0) + (results.numRuntimeErrorTestSuites ?? 0);
const shown = status !== '0' && failed === 0 ? 1 : failed;
const skipped = results.numPendingTests ?? 0;
if (skipped > 0) process.stdout.write(`${skipped} skipped\n`);
process.stdout.write(`${passed} passed, ${shown} failed\n`);
