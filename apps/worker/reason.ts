import { LogNotOurs } from '#log/contract/errors';
import { WrappingKeyMissing } from '#log/protection/key-ring';
import { CannotFollow, type CannotFollowCode } from '#log/supervisor/errors';
import { LogMismatch } from '#views/index/errors';

const cannotFollow: Readonly<Record<CannotFollowCode, string>> = {
  'other-log': 'Er antwoordt een ander logboek dan het logboek dat werd gevolgd. Verbind het goede.',
  'log-is-shorter': 'Het logboek is teruggezet naar een eerdere stand. Verbind het hele logboek.',
  'contract-violation':
    'In het logboek staat een gebeurtenis die niet te lezen is. Wie het logboek beheert, moet ernaar kijken.',
  'unknown-event-type': 'Het logboek is geschreven door een nieuwere versie. Werk Samenspel bij.',
};

/** Why the worker cannot go on: a code for programs, and a sentence for people. */
export function reasonOf(error: unknown): { code: string; nl: string; en: string } {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof WrappingKeyMissing) return { code: error.code, nl: error.nl, en: message };
  if (error instanceof LogNotOurs || error instanceof LogMismatch) return { code: error.code, ...error.sentence };
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return {
      code: 'port-in-use',
      nl: 'De poort van de verwerker is al in gebruik.',
      en: 'The port of the worker is in use.',
    };
  }
  if (error instanceof CannotFollow) return { code: error.code, nl: cannotFollow[error.code], en: message };
  return {
    code: 'worker-cannot-go-on',
    nl: `De verwerker kan niet verder: ${message}`,
    en: `The worker cannot go on: ${message}`,
  };
}
