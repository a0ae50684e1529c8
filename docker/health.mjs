/* The health check of the image: the server answers that log and views can be reached. Says why not, and ends with 1. */

const limitMs = 4_000;
const port = process.env.SAMENSPEL_PORT || '8080';

try {
  const response = await fetch(`http://127.0.0.1:${port}/v1/health`, { signal: AbortSignal.timeout(limitMs) });
  process.stdout.write(`${await response.text()}\n`);
  process.exitCode = response.ok ? 0 : 1;
} catch (error) {
  process.stdout.write(`${error.cause?.message ?? error.message}\n`);
  process.exitCode = 1;
}
