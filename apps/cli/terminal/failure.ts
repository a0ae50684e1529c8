import type { Sentence } from '#domain/kernel/decision';
import { EmbeddedError } from '#embedded/errors';
import { codesOf } from './codes.ts';
import { foreseen } from './foreseen.ts';
import { say } from './language.ts';

/** What a person can put right: one sentence, and the exit code of the command. */
export class CliError extends Error {
  constructor(
    readonly sentence: Sentence,
    readonly exitCode = 1,
    options?: ErrorOptions,
  ) {
    super(sentence.en, options);
    this.name = 'CliError';
  }
}

/** The one sentence for whatever went wrong. What nobody foresaw is said with its own words, and its stack on request. */
export function sentenceFor(error: unknown): string {
  if (isDiskFull(error)) return say(diskFull);
  if (error instanceof CliError || error instanceof EmbeddedError) return say(error.sentence);
  const known = foreseen(error);
  if (known) return say(known);
  if (hasCode(error, 'EACCES') || hasCode(error, 'EROFS') || hasCode(error, 'EPERM')) {
    const path = error instanceof Error && 'path' in error ? String(error.path) : undefined;
    if (path === undefined) return say(noAccess);
    return say({
      nl: `Geen toegang tot ${path}. Geef deze gebruiker daar rechten, of kies een andere gegevensmap (--data).`,
      en: `No access to ${path}. Give this user rights there, or choose another data folder (--data).`,
    });
  }
  const words = error instanceof Error ? error.message : String(error);
  if (process.env['SAMENSPEL_LOG_LEVEL'] === 'debug' && error instanceof Error) return error.stack ?? words;
  return say({ nl: `Dat ging onverwacht mis: ${words}`, en: `That went wrong unexpectedly: ${words}` });
}

/** By the code of the system, or by what PostgreSQL said of it. */
function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (hasCode(error, 'ENOSPC') || hasCode(error, 'EDQUOT')) return true;
  return error.message.includes('No space left on device') || isDiskFull(error.cause);
}

const noAccess: Sentence = {
  nl: 'Geen toegang: deze gebruiker mag dat niet. Geef hem de rechten daarvoor, of begin als een andere gebruiker.',
  en: 'No access: this user may not do that. Give the rights for it, or begin as another user.',
};

const diskFull: Sentence = {
  nl: 'De schijf is vol. Maak ruimte vrij en begin opnieuw; wat was vastgelegd, staat er nog.',
  en: 'The disk is full. Free some space and start again; what was recorded is still there.',
};

/** Whether the error, or what caused it, carries this code of the operating system. */
function hasCode(error: unknown, code: string): boolean {
  return codesOf(error).includes(code);
}
