import type { Warning } from '../kernel/decision.ts';

/** A row that fitted when the file was accepted no longer did when it was its turn: something happened in between. */
export function rowsWereRefused(rows: number): Warning {
  return {
    code: 'rows-were-refused',
    nl: `${rows === 1 ? 'Een regel is' : `${rows} regels zijn`} niet vastgelegd, omdat er intussen iets veranderde.`,
    en: `${rows === 1 ? 'One line was' : `${rows} lines were`} not recorded, because something changed in between.`,
  };
}
