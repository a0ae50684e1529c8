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

/**
 * A progress bar on a terminal; nothing when the output goes to a file or another program. With `speed` it also says how
 * many a second, and how long it will take yet.
 */
export function progress(name: Sentence, { speed = false } = {}): Progress {
  const stream = peopleStream();
  if (!stream.isTTY) return { to: () => undefined, end: () => undefined };
  const left = say({ nl: 'nog {eta_formatted}', en: '{eta_formatted} left' });
  const format = `    {bar} {value}/{total}  ${say(name)}${speed ? `  {rate}/s  ${left}` : ''}`;
  const bar = new SingleBar({ format, stream, clearOnComplete: true, hideCursor: true }, Presets.shades_classic);
  let began: { at: number; done: number } | undefined;
  return {
    to(done, total) {
      began ??= begin(bar, done, total);
      const seconds = (performance.now() - began.at) / 1000;
      bar.setTotal(total);
      bar.update(done, { rate: seconds > 0 ? Math.round((done - began.done) / seconds) : 0 });
    },
    end() {
      if (began) bar.stop();
      began = undefined;
    },
  };
}

function begin(bar: SingleBar, done: number, total: number): { at: number; done: number } {
  bar.start(total, done, { rate: 0 });
  return { at: performance.now(), done };
}
