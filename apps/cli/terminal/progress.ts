import { Presets, SingleBar } from 'cli-progress';
import type { Sentence } from '#domain/kernel/decision';
import { say } from './language.ts';
import { peopleStream } from './output.ts';

export interface Progress {
  /** How far it is, in whatever is counted. The first call shows the bar. */
  to(done: number, total: number): void;
  /** Takes the bar away. */
  end(): void;
}

/** A progress bar on a terminal; nothing when the output goes to a file or another program. */
export function progress(name: Sentence): Progress {
  const stream = peopleStream();
  if (!stream.isTTY) return { to: () => undefined, end: () => undefined };
  const format = `    {bar} {value}/{total}  ${say(name)}`;
  const bar = new SingleBar({ format, stream, clearOnComplete: true, hideCursor: true }, Presets.shades_classic);
  let shown = false;
  return {
    to(done, total) {
      if (!shown) bar.start(total, done);
      shown = true;
      bar.setTotal(total);
      bar.update(done);
    },
    end() {
      if (shown) bar.stop();
    },
  };
}
