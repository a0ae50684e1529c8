/**
 * Loaded into every part before its own module: when the supervisor is gone, the part ends. It does so in order by
 * itself; this is for a part that is still starting, or that hangs in stopping.
 */
const ORDERLY_MS = 6_000;

function end(): void {
  setTimeout(() => process.exit(1), ORDERLY_MS).unref();
}

if (process.connected) process.on('disconnect', end);
else end();
