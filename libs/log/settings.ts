import { z } from 'zod';

/** What a process is told by its environment. Every name starts with `SAMENSPEL_`; nothing else is read. */
const settings = z.object({
  /** `esdb://…`: the embedded node or a cluster. */
  SAMENSPEL_LOG_URL: z.string().startsWith('esdb'),
  SAMENSPEL_DATABASE_URL: z.string().startsWith('postgres'),
  /** The folder of keys and tokens. */
  SAMENSPEL_DATA: z.string().min(1),
  SAMENSPEL_PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  SAMENSPEL_HOST: z.string().default('127.0.0.1'),
  /** With it, jobs run on Redis; without it, on PostgreSQL. */
  SAMENSPEL_REDIS_URL: z.string().startsWith('redis').optional(),
  /** What an empty log is started for; a log that has begun keeps its own purpose. */
  SAMENSPEL_PURPOSE: z.enum(['production', 'example']).default('production'),
  SAMENSPEL_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

export interface Settings {
  readonly logUrl: string;
  readonly databaseUrl: string;
  readonly data: string;
  readonly port: number;
  readonly host: string;
  readonly redisUrl: string | undefined;
  readonly purpose: 'production' | 'example';
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/**
 * Reads the settings of this process.
 *
 * @throws Error with one line for each setting that is missing or wrong.
 */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const parsed = settings.safeParse(env);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`Settings are missing or wrong:\n${lines.join('\n')}`);
  }
  const s = parsed.data;
  return {
    logUrl: s.SAMENSPEL_LOG_URL,
    databaseUrl: s.SAMENSPEL_DATABASE_URL,
    data: s.SAMENSPEL_DATA,
    port: s.SAMENSPEL_PORT,
    host: s.SAMENSPEL_HOST,
    redisUrl: s.SAMENSPEL_REDIS_URL,
    purpose: s.SAMENSPEL_PURPOSE,
    logLevel: s.SAMENSPEL_LOG_LEVEL,
  };
}
