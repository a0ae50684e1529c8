import { z } from 'zod';
import { withFiles } from './settings-files.ts';

/** What a process is told by its environment. Every name starts with `SAMENSPEL_`; nothing else is read. */
const settings = z.object({
  /** `esdb://…`: the embedded node or a cluster. */
  SAMENSPEL_LOG_URL: z.string().startsWith('esdb'),
  SAMENSPEL_DATABASE_URL: z.string().startsWith('postgres'),
  /** Put into the URL, which then holds none: so that one file can serve the database and its users. */
  SAMENSPEL_DATABASE_PASSWORD: z.string().min(1).optional(),
  /** The folder of keys and tokens. */
  SAMENSPEL_DATA: z.string().min(1),
  SAMENSPEL_PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  SAMENSPEL_HOST: z.string().default('127.0.0.1'),
  /**
   * The proxies before the server, by address or network (`10.0.0.0/8`, `loopback`), with commas. What one of them says in
   * `X-Forwarded-For` is then who sent a request; without them it is whoever connects.
   */
  SAMENSPEL_TRUSTED_PROXIES: z
    .string()
    .regex(/^[\w.:/ ,]*$/)
    .default(''),
  /** Where the worker tells how it is doing. Nobody has to sign in there. */
  SAMENSPEL_WORKER_PORT: z.coerce.number().int().min(0).max(65_535).default(8081),
  SAMENSPEL_WORKER_HOST: z.string().default('127.0.0.1'),
  /** With it, jobs run on Redis; without it, on PostgreSQL. */
  SAMENSPEL_REDIS_URL: z.string().startsWith('redis').optional(),
  SAMENSPEL_REDIS_PASSWORD: z.string().min(1).optional(),
  /** The mail server (`smtp://…`, `smtps://…`) and the address that mail comes from. Without them no mail is sent. */
  SAMENSPEL_MAIL_URL: z
    .string()
    .regex(/^smtps?:/)
    .optional(),
  SAMENSPEL_MAIL_PASSWORD: z.string().min(1).optional(),
  SAMENSPEL_MAIL_FROM: z.string().regex(/@/).optional(),
  /** What an empty log is started for; a log that has begun keeps its own purpose. */
  SAMENSPEL_PURPOSE: z.enum(['production', 'example']).default('production'),
  SAMENSPEL_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

/** The names of all settings. Each can also be given as a file that holds it, under its name with `_FILE` behind it. */
export const settingNames: readonly string[] = Object.keys(settings.shape);

export interface Settings {
  readonly logUrl: string;
  readonly databaseUrl: string;
  readonly data: string;
  readonly port: number;
  readonly host: string;
  readonly trustedProxies: readonly string[];
  readonly workerPort: number;
  readonly workerHost: string;
  readonly redisUrl: string | undefined;
  /** Undefined where no mail can be sent. */
  readonly mail: { readonly url: string; readonly from: string } | undefined;
  readonly purpose: 'production' | 'example';
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/**
 * Reads the settings of this process.
 *
 * @throws Error with one line for each setting that is missing or wrong; it never holds a value.
 */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const found = withFiles(env, settingNames);
  const parsed = settings.safeParse(found.values);
  const wrong = parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  if (!parsed.success || found.faults.length > 0) throw wrongSettings([...found.faults, ...wrong]);
  const s = parsed.data;
  return {
    logUrl: s.SAMENSPEL_LOG_URL,
    databaseUrl: withPassword('SAMENSPEL_DATABASE', s.SAMENSPEL_DATABASE_URL, s.SAMENSPEL_DATABASE_PASSWORD),
    data: s.SAMENSPEL_DATA,
    port: s.SAMENSPEL_PORT,
    host: s.SAMENSPEL_HOST,
    trustedProxies: s.SAMENSPEL_TRUSTED_PROXIES.split(',').flatMap((one) => one.trim() || []),
    workerPort: s.SAMENSPEL_WORKER_PORT,
    workerHost: s.SAMENSPEL_WORKER_HOST,
    redisUrl:
      s.SAMENSPEL_REDIS_URL && withPassword('SAMENSPEL_REDIS', s.SAMENSPEL_REDIS_URL, s.SAMENSPEL_REDIS_PASSWORD),
    mail: mailOf(s),
    purpose: s.SAMENSPEL_PURPOSE,
    logLevel: s.SAMENSPEL_LOG_LEVEL,
  };
}

function mailOf(s: z.infer<typeof settings>): Settings['mail'] {
  const { SAMENSPEL_MAIL_URL: url, SAMENSPEL_MAIL_FROM: from, SAMENSPEL_MAIL_PASSWORD: password } = s;
  if (url === undefined && from === undefined) return undefined;
  if (url === undefined) throw wrongSettings(['SAMENSPEL_MAIL_URL: missing, while SAMENSPEL_MAIL_FROM is there']);
  if (from === undefined) throw wrongSettings(['SAMENSPEL_MAIL_FROM: missing, while SAMENSPEL_MAIL_URL is there']);
  return { url: withPassword('SAMENSPEL_MAIL', url, password), from };
}

function withPassword(name: string, url: string, password: string | undefined): string {
  if (password === undefined) return url;
  if (!URL.canParse(url)) throw wrongSettings([`${name}_URL: Invalid URL`]);
  const whole = new URL(url);
  if (whole.password) throw wrongSettings([`${name}_PASSWORD: ${name}_URL holds a password already`]);
  // Encoded by hand: URL leaves a percent sign as it is, and readers of the URL would decode it.
  whole.password = encodeURIComponent(password);
  return whole.href;
}

function wrongSettings(lines: readonly string[]): Error {
  return new Error(`Settings are missing or wrong:\n${lines.join('\n')}`);
}
