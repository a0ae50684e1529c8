import { examplesNamed } from '../../../test/examples/examples.ts';
import { recordExamples } from '../../../test/examples/recorder/record.ts';
import { type Installation, saveInstallation } from '../installation/purpose.ts';
import { jsonLine, step } from '../terminal/output.ts';
import { progress } from '../terminal/progress.ts';
import type { Tokens } from './running.ts';

export interface ExampleOptions {
  readonly data: string;
  readonly url: string;
  readonly tokens: Tokens;
  readonly installation: Installation;
  /** Tells a program on standard output how far it is. */
  readonly json: boolean;
  readonly signal: AbortSignal;
}

/**
 * Records the worked example, or all of them, when this data folder still wants it. It goes through the API, like any client, and may
 * be interrupted at any moment: the next start does it again from the first step, and what was recorded already is
 * recognised by its command ids.
 */
export async function recordExampleIfWanted(options: ExampleOptions): Promise<void> {
  const { data, installation, url, tokens, signal } = options;
  if (installation.example !== 'recording') return;
  const name = { nl: 'Fictief voorbeeld vastleggen', en: 'Recording the fictitious example' };
  await step(name, async () => {
    const bar = progress(name);
    const onProgress = (done: number, total: number): void => {
      bar.to(done, total);
      if (options.json) jsonLine({ recorded: done, of: total });
    };
    try {
      await recordExamples(examplesNamed(installation.which), { url, tokens, onProgress, signal });
    } finally {
      bar.end();
    }
  });
  await saveInstallation(data, { ...installation, example: 'recorded' });
}
