import { examplesNamed } from '../../../test/examples/examples.ts';
import { StepRefused } from '../../../test/examples/recorder/client.ts';
import { recordExamples } from '../../../test/examples/recorder/record.ts';
import { type Installation, saveInstallation } from '../installation/purpose.ts';
import { jsonLine, step } from '../terminal/output.ts';
import { progress } from '../terminal/progress.ts';
import { refusal } from '../verbs/api.ts';
import type { Tokens } from './running.ts';

export interface ExampleOptions {
  readonly url: string;
  readonly tokens: Tokens;
  /** Which example, or `all`. */
  readonly which: string;
  /** Tells a program on standard output how far it is. */
  readonly json: boolean;
  readonly signal: AbortSignal;
}

/** Records the example when this data folder still wants it. */
export async function recordExampleIfWanted(
  { data, installation }: { readonly data: string; readonly installation: Installation },
  options: Omit<ExampleOptions, 'which'>,
): Promise<void> {
  if (installation.example !== 'recording') return;
  await recordExample({ ...options, which: installation.which });
  await saveInstallation(data, { ...installation, example: 'recorded' });
}

/**
 * Records the worked example, or all of them. It goes through the API, like any client, and may be interrupted at any
 * moment: done again it begins with the first step, and what was recorded already is recognised by its command ids.
 *
 * @throws Refused with the server's own words, when it refuses a step.
 */
export async function recordExample(options: ExampleOptions): Promise<void> {
  const { url, tokens, which, signal } = options;
  const name = { nl: 'Fictief voorbeeld vastleggen', en: 'Recording the fictitious example' };
  await step(name, async () => {
    const bar = progress(name);
    const onProgress = (done: number, total: number): void => {
      bar.to(done, total);
      if (options.json) jsonLine({ recorded: done, of: total });
    };
    try {
      await recordExamples(examplesNamed(which), { url, tokens, onProgress, signal });
    } catch (error) {
      throw error instanceof StepRefused ? refusal(error.status, error.problem) : error;
    } finally {
      bar.end();
    }
  });
}
