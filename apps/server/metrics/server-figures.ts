import { Injectable } from '@nestjs/common';
import type { RequestHandler } from 'express';
import { Counter, Gauge, Histogram } from 'prom-client';
import { clockFigures, queueFigures, viewFigures } from '#operations/figures';
import { Metrics } from '#operations/metrics';
import { reactionQueue } from '#reactions/reactions';
import { advanceQueue } from '#views/engine/worker';
import type { ApiRequest } from '../http/request.ts';
import type { Parts } from '../parts.ts';

/** What a command came to, in one word. */
export type CommandOutcome =
  | 'accepted'
  | 'repeated'
  | 'refused'
  | 'conflict'
  | 'key-reused'
  | 'malformed'
  | 'unavailable'
  | 'failed';

const seconds = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** The figures of this server. They name routes, kinds and outcomes; never a person, an organisation or a text. */
@Injectable()
export class ServerFigures {
  readonly metrics = new Metrics('server');
  /** How many readers are told of changes at this moment, and how many were cut because they did not keep up. */
  readonly readers: Gauge;
  readonly readersCut: Counter;
  /** Looks for changes that failed; they are repeated. */
  readonly feedFailures: Counter;
  private readonly commands: Counter<'command' | 'outcome'>;
  private readonly commandSeconds: Histogram<'outcome'>;
  private readonly requestSeconds: Histogram<'method' | 'route' | 'status'>;
  private readonly watched = new WeakSet<Parts>();

  constructor() {
    const registers = [this.metrics.registry];
    this.readers = new Gauge({
      name: 'samenspel_change_readers',
      help: 'Readers that are told of changes (GET /v1/changes)',
      registers,
    });
    this.readersCut = new Counter({
      name: 'samenspel_change_readers_cut_total',
      help: 'Readers that were cut because they took nothing for too long',
      registers,
    });
    this.feedFailures = new Counter({
      name: 'samenspel_change_feed_failures_total',
      help: 'Looks for changes that failed, and were repeated',
      registers,
    });
    this.commands = new Counter({
      name: 'samenspel_commands_total',
      help: 'Commands, by what they came to',
      labelNames: ['command', 'outcome'],
      registers,
    });
    this.commandSeconds = new Histogram({
      name: 'samenspel_command_duration_seconds',
      help: 'How long commands took, from their arrival to their answer',
      labelNames: ['outcome'],
      buckets: seconds,
      registers,
    });
    this.requestSeconds = new Histogram({
      name: 'samenspel_http_request_duration_seconds',
      help: 'How long requests took, by route; those that tell of changes are not among them',
      labelNames: ['method', 'route', 'status'],
      buckets: seconds,
      registers,
    });
  }

  /** From now on, what has to be read is read from these parts. */
  watch(parts: Parts): void {
    if (this.watched.has(parts)) return;
    this.watched.add(parts);
    const { log, views, oversight } = parts;
    viewFigures(this.metrics, { log, views });
    const { jobs, canaries, clock } = oversight;
    queueFigures(this.metrics, { jobs, canaries, queues: [advanceQueue, reactionQueue] });
    clockFigures(this.metrics, clock);
  }

  command(command: string, outcome: CommandOutcome, took: number): void {
    this.commands.inc({ command, outcome });
    this.commandSeconds.observe({ outcome }, took);
  }

  /** Measures every request by its route, for paths hold ids and may be anything. */
  get requests(): RequestHandler {
    return (request: ApiRequest, response, next) => {
      const began = performance.now();
      response.once('close', () => {
        if (response.getHeader('Content-Type')?.toString().startsWith('text/event-stream')) return;
        const route: unknown = request.route?.path;
        const labels = {
          method: request.method,
          route: typeof route === 'string' ? route : 'none',
          status: String(response.statusCode),
        };
        this.requestSeconds.observe(labels, (performance.now() - began) / 1_000);
      });
      next();
    };
  }
}
