/**
 * Loaded into every part before its own module, so that it holds from the first moment.
 *
 * When the supervisor is gone, the part ends. It does so in order by itself; this is for a part that is still starting, or
 * that hangs in stopping. And as long as it can do anything at all it gives a sign of life: one that hangs for good, at full
 * load or stopped, gives none, and is started again.
 */
const ORDERLY_MS = 6_000;
const SIGN_MS = 1_000;

function end(): void {
  setTimeout(() => process.exit(1), ORDERLY_MS).unref();
}

function giveSign(): void {
  // That the supervisor is gone already is told by the channel itself, in a moment.
  if (process.connected) process.send?.({ type: 'alive' }, () => undefined);
}

if (process.connected) {
  process.on('disconnect', end);
  setInterval(giveSign, SIGN_MS).unref();
} else end();
