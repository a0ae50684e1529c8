import type { ClockWatch } from './clock-watch.ts';
import type { Finding } from './health.ts';

/**
 * Whether the clock of this process is fit for recording by: no traffic is kept from a worker that is not ready, so it has
 * to hold back by itself what it would record at a wrong moment and keep for good. It tells once why, and once when it ends.
 */
export function fitClock(
  clock: Pick<ClockWatch, 'finding'>,
  onChange: (finding: Finding, isFit: boolean) => void,
): () => boolean {
  let held: string | undefined;
  return () => {
    const { finding } = clock;
    const isFit = finding.status === 'pass';
    const why = isFit ? undefined : (finding.code ?? finding.status);
    if (why !== held) onChange(finding, isFit);
    held = why;
    return isFit;
  };
}
