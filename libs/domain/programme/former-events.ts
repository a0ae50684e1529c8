import { z } from 'zod';
import { decision } from '../kernel/definition.ts';
import { formerTemplate } from '../template/former-template.ts';

/** Types that earlier releases wrote and that this one reads and lifts, but writes no more. They never change. */
export const formerProgrammeEvents = {
  /** Until 0.1: a template of which no milestone could ask for facts of the dossier. */
  'programme.template-adopted.v1': decision(z.strictObject({ template: formerTemplate }), { retention: 'permanent' }),
} as const;
