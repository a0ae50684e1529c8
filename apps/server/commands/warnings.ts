import type { Warning } from '#domain/kernel/decision';

/**
 * A warning of which only the code is kept: a repeated command is answered from its events, whose envelopes hold codes.
 * The sentence with its details was in the first answer.
 */
export function warningSentence(code: string): Warning {
  return {
    code,
    nl: 'Bij het vastleggen is hiervoor gewaarschuwd.',
    en: 'This was warned of when it was recorded.',
  };
}
