import { rm } from 'node:fs/promises';
import { Product, temporaryFolder } from '../support/product.ts';

/** How a run ends that a signal ended. */
const exitCodes = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const;

/**
 * Does work with the product on a folder that goes with it. The product outlives its parent by design: a signal ends the work
 * at once, and this process as soon as the product has stopped and its folder is gone; a second one does not wait.
 * @param work must start no product any more once it is interrupted
 */
export async function onOwnFolder(
  name: string,
  work: (folder: string, interrupted: AbortSignal) => Promise<void>,
): Promise<void> {
  const controller = new AbortController();
  const signalled = new Promise<number>((resolve) => {
    for (const [signal, code] of exitCodes)
      process.once(signal, () => {
        controller.abort();
        resolve(code);
      });
  });
  const folder = await temporaryFolder(name);
  let code = 0;
  try {
    code = await Promise.race([work(folder, controller.signal).then(() => 0), signalled]);
  } finally {
    await Product.stopAll();
    await rm(folder, { recursive: true, force: true });
  }
  if (code !== 0) process.exit(code);
}
