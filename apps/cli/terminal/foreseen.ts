import type { Sentence } from '#domain/kernel/decision';
import { LogNotOurs, LogUnavailable, UnknownEventType } from '#log/contract/errors';
import { WrappingKeyMissing } from '#log/protection/key-ring';
import { LogMismatch } from '#views/index/errors';
import { NotThereYet } from '#views/query/as-of';
import { codesOf } from './codes.ts';

/** PostgreSQL does not answer, or not yet: of the network, and its own. */
const databaseAway = [
  ...['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EPIPE'],
  ...['57P01', '57P02', '57P03', '08006', '08001', '53300'],
];
/** It answers, and does not let us in. */
const databaseClosed = ['28P01', '28000', '3D000'];
const noConnection = /timeout exceeded when trying to connect|^Connection terminated|^timeout expired/;

/** The sentence for what an operator can put right and for which the libraries have words of their own; else undefined. */
export function foreseen(error: unknown): Sentence | undefined {
  if (error instanceof LogMismatch || error instanceof LogNotOurs) return error.sentence;
  if (error instanceof WrappingKeyMissing) return { nl: error.nl, en: error.message };
  if (error instanceof NotThereYet) return notThereYet(error.seen);
  if (error instanceof LogUnavailable) return logAway;
  if (error instanceof UnknownEventType) return newerLog;
  const codes = codesOf(error);
  const closed = codes.find((code) => databaseClosed.includes(code));
  if (closed !== undefined) return doesNotLetIn(closed);
  const isAway = codes.some((code) => databaseAway.includes(code)) || noConnection.test(messageOf(error));
  return isAway ? away : undefined;
}

function notThereYet(seen: number): Sentence {
  return seen === 0
    ? {
        nl: 'De verwerker is nog niet aan de eerste gebeurtenis toegekomen. Start de installatie, wacht tot samenspel health zegt dat zij gereed is, en probeer het opnieuw.',
        en: 'The worker has not come to the first event yet. Start the installation, wait until samenspel health says that it is ready, and try again.',
      }
    : {
        nl: `De overzichten zijn bij volgnummer ${seen} en nog niet zo ver als gevraagd. Kijk met samenspel views status hoever zij zijn, en probeer het daarna opnieuw.`,
        en: `The views are at ordinal ${seen} and not as far as was asked. See with samenspel views status how far they are, and try again then.`,
      };
}

const logAway: Sentence = {
  nl: 'Het logboek antwoordt niet. Kijk of het draait en of het adres klopt (SAMENSPEL_LOG_URL), en probeer het opnieuw.',
  en: 'The log does not answer. See whether it runs and whether its address is right (SAMENSPEL_LOG_URL), and try again.',
};

const newerLog: Sentence = {
  nl: 'Het logboek is geschreven door een nieuwere versie. Werk Samenspel bij.',
  en: 'The log was written by a newer release. Update Samenspel.',
};

const away: Sentence = {
  nl: 'De database antwoordt niet. Kijk of PostgreSQL draait en of het adres klopt, en probeer het opnieuw.',
  en: 'The database does not answer. See whether PostgreSQL runs and whether its address is right, and try again.',
};

function doesNotLetIn(code: string): Sentence {
  return {
    nl: `De database laat ons niet toe (${code}). Kijk of naam, wachtwoord en database in het adres kloppen.`,
    en: `The database does not let us in (${code}). See whether the name, the password and the database of its address are right.`,
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
