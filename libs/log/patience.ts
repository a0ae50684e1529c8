import { setTimeout as sleep } from 'node:timers/promises';

/** Waits that many milliseconds. */
export function delay(milliseconds: number): Promise<void> {
  return sleep(milliseconds);
}

/**
 * The promise's answer, or a failure after the time limit. What was asked may still be done afterwards: the caller has to
 * find out.
 */
export async function withTimeLimit<T>(promise: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([promise, limit]);
  } finally {
    clearTimeout(timer);
  }
}
