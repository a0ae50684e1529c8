import type { Logger } from 'pino';
import { Contexts } from '#commands/contexts';
import { ensureRegister } from '#commands/register-release';
import { UseCases } from '#commands/use-cases';
import { chooseStore } from '#jobs/backend';
import { openDatabase } from '#log/database';
import { exampleStart } from '#log/genesis';
import { Log } from '#log/log';
import { KeyDestruction } from '#log/protection/destroy-key';
import type { KeySchema } from '#log/protection/key-store';
import { openKeyStore } from '#log/protection/open-vault';
import { Vault } from '#log/protection/vault';
import { Repository } from '#log/repository/repository';
import type { Settings } from '#log/settings';
import { MailTurns } from '#reporting/mail/mail-turns';
import { Mailer } from '#reporting/mail/mailer';
import { ManagementReports } from '#reporting/management/reports';
import { ReportScheduler } from '#reporting/scheduler';
import type { ViewRegistry } from '#views/engine/registry';
import { Views } from '#views/views';
import type { Parts } from '../parts.ts';
import { oversee } from './oversight.ts';

/** The parts, and how to let go of them. */
export interface Connection {
  readonly parts: Parts;
  close(): Promise<void>;
}

export interface ConnectSettings extends Pick<Settings, 'logUrl' | 'databaseUrl' | 'data' | 'purpose'> {
  readonly redisUrl?: string | undefined;
  readonly mail?: Settings['mail'];
  /** The views and their folds; those of this release when left out. */
  readonly registry?: ViewRegistry;
}

/**
 * Connects to the log and the databases and makes sure that the organisation register is in the log. It waits for a
 * node that is not there yet; a part that goes away afterwards is found again by its own client.
 */
export async function connectParts(settings: ConnectSettings, logger: Logger): Promise<Connection> {
  const { databaseUrl, redisUrl, registry } = settings;
  const onTrouble = (error: Error) => logger.warn({ error: error.message }, 'a database connection was lost');
  const log = await Log.connect(settings.logUrl, { purpose: settings.purpose, now: () => new Date().toISOString() });
  const keys = openDatabase<KeySchema>(databaseUrl, onTrouble, 4);
  const keyStore = await openKeyStore(keys, settings.data);
  const vault = new Vault(keyStore);
  const repository = new Repository(log, vault);
  const destroyed = await new KeyDestruction(log, repository, keyStore).reconcile();
  if (destroyed > 0) logger.warn({ keys: destroyed }, 'keys that the log says are destroyed were still there');
  const useCases = new UseCases(repository);
  await ensureRegister(useCases, log.purpose === 'example' ? exampleStart : new Date().toISOString());
  const views = await Views.open({ databaseUrl, log, onTrouble, ...(registry && { registry }) });
  const reports = new ManagementReports(views);
  const schedules = await ReportScheduler.open({ databaseUrl, views, reports, onIdleError: onTrouble });
  const mailTurns = await MailTurns.open({ databaseUrl, onTrouble });
  const store = chooseStore({ databaseUrl, redisUrl });
  const oversight = await oversee({ databaseUrl, store, log, views }, logger);
  const mailer =
    settings.mail &&
    new Mailer(settings.mail, ({ why, facts }) => logger.warn({ why, ...facts }, 'a mail is not known to be sent'));
  return {
    parts: {
      ...{ log, useCases, contexts: new Contexts(repository), vault, views, reports, schedules },
      ...{ mailer, mailTurns, oversight },
    },
    close: async () => {
      await oversight.close();
      await Promise.all([views.close(), schedules.close(), mailTurns.close()]);
      await Promise.all([log.close(), keys.destroy()]);
    },
  };
}
