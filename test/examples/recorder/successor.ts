import { type Step, step } from './step.ts';
import { bringingInto, told } from './telling.ts';

/** The programme that comes after the one that is told. */
export interface Successor {
  readonly name: string;
  /** CBS code. */
  readonly client: string;
  readonly template: string;
  readonly opensOn: string;
  readonly from: string;
  readonly until: string;
}

/**
 * The successor is set up on the day it opens, and linked both ways: in the dossier of each programme stands the other.
 * It is known as `{successor}`; the follow-up that led to it as `{follow-up}`.
 */
export function succeededBy({ name, ...programme }: Successor): Step[] {
  const { opensOn } = programme;
  return [
    step(
      `${opensOn}T08:00Z`,
      'successor',
      '/programmes',
      { name: `${name} (fictief voorbeeld)`, ...programme },
      { gives: 'successor', role: 'admin' },
    ),
    bringingInto('successor')(opensOn, 'predecessor', 'follow-ups', {
      title: 'Waar dit programma uit voortkomt',
      what: 'Het vorige programma besloot tot dit vervolg.',
    }),
    told(opensOn, 'predecessor', 'follow-up-links', { predecessorProgramme: '{programme}' }),
    told(opensOn, 'follow-up', 'follow-up-links', { successorProgramme: '{successor}' }),
  ];
}
