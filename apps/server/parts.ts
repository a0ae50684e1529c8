import type { Contexts } from '#commands/contexts';
import type { UseCases } from '#commands/use-cases';
import type { Log } from '#log/log';
import type { Vault } from '#log/protection/vault';
import type { MailTurns } from '#reporting/mail/mail-turns';
import type { Mailer } from '#reporting/mail/mailer';
import type { ManagementReports } from '#reporting/management/reports';
import type { ReportScheduler } from '#reporting/scheduler';
import type { Views } from '#views/views';
import type { Oversight } from './process/oversight.ts';

/** What the API needs of the rest of the product, connected. */
export interface Parts {
  readonly log: Log;
  readonly useCases: UseCases;
  /** For checking an import without taking it in. */
  readonly contexts: Contexts;
  readonly vault: Vault;
  readonly views: Views;
  readonly reports: ManagementReports;
  readonly schedules: ReportScheduler;
  /** Undefined where no mail server was set. */
  readonly mailer: Mailer | undefined;
  /** So that a command that is sent twice at once sends one mail. */
  readonly mailTurns: MailTurns;
  /** How all this is doing. */
  readonly oversight: Oversight;
}
