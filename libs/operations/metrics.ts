import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { withTimeLimit } from '#log/patience';
import { release } from '#log/release';

/** Anybody who may scrape may do so at any rate: what was read serves everybody for this long, in milliseconds. */
const goodFor = 1_000;
const answerWithin = 4_000;

/** Reads figures and sets them. What it throws means that its part cannot be reached. */
export type Collector = () => Promise<void>;

/** What is told of a part; without it when the part cannot be asked. */
type Figure = Pick<Gauge<string>, 'reset' | 'remove'>;

/**
 * The figures of one process, for Prometheus (text format 0.0.4). What counts is counted where it happens; what has to be
 * read is read when somebody asks. A part that is away costs its own figures, never the others.
 */
export class Metrics {
  readonly registry = new Registry();
  private readonly collectors = new Map<
    string,
    { readonly collector: Collector; readonly figures: readonly Figure[] }
  >();
  private readonly up: Gauge<'part'>;
  private readonly failures: Counter<'part'>;
  private last: { readonly at: number; readonly done: Promise<void> } | undefined;

  constructor(process: 'server' | 'worker') {
    const registers = [this.registry];
    this.registry.setDefaultLabels({ process });
    collectDefaultMetrics({ register: this.registry });
    new Gauge({ name: 'samenspel_build_info', help: 'The release that runs', labelNames: ['release'], registers })
      .labels({ release })
      .set(1);
    this.up = new Gauge({
      name: 'samenspel_part_up',
      help: 'Whether the figures of a part could be read at this scrape',
      labelNames: ['part'],
      registers,
    });
    this.failures = new Counter({
      name: 'samenspel_scrape_failures_total',
      help: 'Scrapes at which the figures of a part could not be read',
      labelNames: ['part'],
      registers,
    });
  }

  /**
   * Adds figures that are read at each scrape, under the name of the part that they are read from. While they cannot be
   * read they are absent: the last ones would say that all is well as long as the part is away.
   */
  collect(part: string, collector: Collector, figures: readonly Figure[] = []): void {
    this.collectors.set(part, { collector, figures });
  }

  /** All figures as text, and the content type to send it with. */
  async text(): Promise<{ readonly contentType: string; readonly text: string }> {
    const now = performance.now();
    if (!this.last || now - this.last.at > goodFor) this.last = { at: now, done: this.read() };
    await this.last.done;
    return { contentType: this.registry.contentType, text: await this.registry.metrics() };
  }

  private async read(): Promise<void> {
    await Promise.all(
      [...this.collectors].map(async ([part, { collector, figures }]) => {
        try {
          await withTimeLimit(collector(), answerWithin);
          this.up.labels({ part }).set(1);
        } catch {
          // Why it is away stands in the log of the process, where its own client tells it.
          for (const figure of figures) clear(figure);
          this.up.labels({ part }).set(0);
          this.failures.labels({ part }).inc();
        }
      }),
    );
  }
}

/** `reset` gives a figure without labels the value 0, which is then removed; one with labels has no such value. */
function clear(figure: Figure): void {
  figure.reset();
  figure.remove({});
}
