import { say } from '../terminal/language.ts';
import { inSeconds, jsonLine, line } from '../terminal/output.ts';

/** A signed token for each role that can sign in. */
export interface Tokens {
  readonly lead: string;
  readonly auditor: string;
  readonly reporter: string;
  readonly admin: string;
}

export interface Running {
  readonly url: string;
  readonly tokens: Tokens;
  readonly data: string;
  readonly pids: Record<string, number>;
  readonly purpose: 'production' | 'example';
  /** From the command to here, in milliseconds. */
  readonly milliseconds: number;
}

const roles = [
  ['lead', { nl: 'programmaleider', en: 'programme lead' }],
  ['auditor', { nl: 'auditor', en: 'auditor' }],
  ['reporter', { nl: 'rapporteur', en: 'reporter' }],
  ['admin', { nl: 'beheerder', en: 'administrator' }],
] as const;

/** Says to people where it runs, how to sign in and how to stop. */
export function sayRunning(running: Running): void {
  const { url, tokens, purpose } = running;
  line();
  line(`${say({ nl: 'Samenspel draait op', en: 'Samenspel runs at' })}  ${url}  (${inSeconds(running.milliseconds)})`);
  line(`${say({ nl: 'De API is beschreven op', en: 'The API is described at' })}  ${url}/docs`);
  if (purpose === 'example') line({ nl: 'Alle gegevens zijn fictief.', en: 'All data are fictitious.' });
  line();
  line({ nl: 'Aanmelden gaat met een token, 12 uur geldig:', en: 'Sign in with a token, valid for 12 hours:' });
  for (const [role, name] of roles) {
    line(`\n  ${say(name)}`);
    line(`  ${tokens[role]}`);
  }
  line({ nl: '\nBijvoorbeeld, als programmaleider:', en: '\nFor example, as programme lead:' });
  line(`  curl -H 'Authorization: Bearer ${tokens.lead}' ${url}/v1/programmes`);
  line({ nl: '\nStoppen: Ctrl-C', en: '\nTo stop: Ctrl-C' });
}

/** Says to a program that everything is there and the example, when wanted, is recorded. */
export function tellReady(running: Running): void {
  const { url, tokens, data, pids, purpose, milliseconds } = running;
  jsonLine({ ready: true, url, tokens, data, pids, purpose, seconds: Math.round(milliseconds) / 1000 });
}
