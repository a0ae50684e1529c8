import { z } from 'zod';
import type { Sentence } from '#domain/kernel/decision';
import { whereaboutsOf } from '../installation/whereabouts.ts';
import { CliError } from '../terminal/failure.ts';
import { say } from '../terminal/language.ts';
import { jsonLine, line } from '../terminal/output.ts';
import { addressOf } from './target.ts';

export interface HealthOptions {
  readonly data: string;
  readonly url?: string;
  readonly workerUrl?: string;
  readonly json: boolean;
}

const finding = z.looseObject({ status: z.string(), code: z.string().optional() });
const report = z.object({ status: z.string(), release: z.string(), checks: z.record(z.string(), finding) });
type Finding = z.infer<typeof finding>;
type Report = z.infer<typeof report>;

const patience = 10_000;

/** What each check is about; a check of a newer release has no words here and is called by its own name. */
const names: Readonly<Record<string, Sentence>> = {
  log: { nl: 'logboek', en: 'log' },
  database: { nl: 'database', en: 'database' },
  views: { nl: 'overzichten', en: 'views' },
  clock: { nl: 'klok', en: 'clock' },
  jobs: { nl: 'taken', en: 'jobs' },
  dispatcher: { nl: 'volgen van het logboek', en: 'following the log' },
  connections: { nl: 'verbindingen', en: 'connections' },
};

const reasons: Readonly<Record<string, Sentence>> = {
  unreachable: { nl: 'niet bereikbaar', en: 'cannot be reached' },
  'not-connected': { nl: 'nog niet verbonden', en: 'not connected yet' },
  'not-begun': {
    nl: 'de verwerker is nog niet aan de eerste gebeurtenis toegekomen',
    en: 'the worker has not come to the first event yet',
  },
  'being-filled': {
    nl: 'nieuwe overzichten worden voor het eerst gevuld',
    en: 'new views are being filled for the first time',
  },
  'not-measured': { nl: 'nog niet gemeten', en: 'not measured yet' },
  'node-tells-no-time': { nl: 'het logboek zegt niet hoe laat het is', en: 'the log does not say what time it is' },
  'clock-off': {
    nl: 'de klok wijkt te veel af van die van het logboek; zet hem gelijk (NTP)',
    en: 'the clock is too far from that of the log; set it (NTP)',
  },
  'no-canary-yet': { nl: 'er kwam nog geen proeftaak door', en: 'no canary has come through yet' },
  'canary-stuck': { nl: 'proeftaken komen niet meer door', en: 'canaries no longer come through' },
  'not-following': { nl: 'het abonnement op het logboek is weg', en: 'the subscription to the log is gone' },
};

/** What one of them finds of itself; without a report it does not answer. */
interface Asked {
  readonly name: Sentence;
  readonly report: Report | undefined;
}

/** `samenspel health`: what server and worker find of themselves. Exit code 3 when one of them is not ready. */
export async function health(options: HealthOptions): Promise<void> {
  const found = await foundIn(options);
  if (options.json) jsonLine(Object.fromEntries(found.map(({ name, report: one }) => [name.en, one ?? null])));
  else for (const { name, report: one } of found) describe(name, one);
  if (found.some(({ report: one }) => one?.status !== 'pass')) process.exitCode = 3;
}

async function foundIn({ data, url, workerUrl }: HealthOptions): Promise<Asked[]> {
  if (url !== undefined || workerUrl !== undefined) {
    return askAll(url && addressOf(url), workerUrl && addressOf(workerUrl, '--worker-url'));
  }
  const running = await whereaboutsOf(data);
  if (!running) {
    throw new CliError({
      nl: `Er draait geen Samenspel op de gegevensmap ${data}. Start het met npm start, of geef --url.`,
      en: `No Samenspel runs on the data folder ${data}. Start it with npm start, or give --url.`,
    });
  }
  const asked = await askAll(running.url, running.workerUrl);
  const here = asked.filter(({ report: one }) => one !== undefined);
  return running.isContainer && here.length > 0 ? here : asked;
}

function askAll(server: string | undefined, worker: string | undefined): Promise<Asked[]> {
  const parts = [
    ...(server ? [{ name: { nl: 'server', en: 'server' }, url: server }] : []),
    ...(worker ? [{ name: { nl: 'verwerker', en: 'worker' }, url: worker }] : []),
  ];
  return Promise.all(parts.map(async ({ name, url }) => ({ name, report: await ask(url) })));
}

/** Undefined when nobody answers there. */
async function ask(url: string): Promise<Report | undefined> {
  try {
    const response = await fetch(`${url}/v1/health/ready`, { signal: AbortSignal.timeout(patience) });
    return report.safeParse(await response.json()).data;
  } catch {
    return undefined;
  }
}

function describe(name: Sentence, found: Report | undefined): void {
  if (!found) {
    line(`✗ ${say(name)}: ${say({ nl: 'geen antwoord', en: 'no answer' })}`);
    return;
  }
  const words = found.status === 'pass' ? { nl: 'gereed', en: 'ready' } : { nl: 'niet gereed', en: 'not ready' };
  line(`${mark(found.status)} ${say(name)} ${found.release}: ${say(words)}`);
  for (const [check, one] of Object.entries(found.checks)) {
    line(`    ${mark(one.status)} ${say(names[check] ?? { nl: check, en: check })}${detail(one)}`);
  }
}

function detail({ status: _, code, ...figures }: Finding): string {
  const reason = code === undefined ? '' : `: ${say(reasons[code] ?? { nl: code, en: code })}`;
  const measured = Object.entries(figures).map(([name, value]) => `${name} ${String(value)}`);
  return measured.length === 0 ? reason : `${reason} (${measured.join(', ')})`;
}

function mark(status: string): string {
  return status === 'pass' ? '✓' : '✗';
}
