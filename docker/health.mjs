/*
 * The health check of the image: the server, or the worker with `worker` behind it, says that it can do its work. Says why
 * not, and ends with 1.
 */

const limitMs = 4_000;
const isWorker = process.argv[2] === 'worker';
const port = isWorker ? process.env.SAMENSPEL_WORKER_PORT || '8081' : process.env.SAMENSPEL_PORT || '8080';

try {
  const address = `http://127.0.0.1:${port}/v1/health/ready`;
  const response = await fetch(address, { signal: AbortSignal.timeout(limitMs) });
  process.stdout.write(`${await response.text()}\n`);
  process.exitCode = response.ok ? 0 : 1;
} catch (error) {
  process.stdout.write(`${error.cause?.message ?? error.message}\n`);
  process.exitCode = 1;
}
