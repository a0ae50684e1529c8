import { z } from 'zod';
import { type EventIn, record } from '../kernel/definition.ts';
import { id, name } from '../kernel/names.ts';
import { day } from '../kernel/time.ts';

export const organisationKinds = ['municipality', 'province', 'association', 'supplier'] as const;

/** An organisation with an id of its own; codes are attributes, `validFrom`/`validUntil` are inclusive days. */
export const organisation = z.strictObject({
  id,
  kind: z.enum(organisationKinds),
  name,
  /** The province's name, for a municipality. */
  province: name.optional(),
  /** The CBS code, where the organisation has one. */
  cbs: z.string().max(10).optional(),
  /** The TOOI identifier, where the organisation has one. */
  uri: z.url().optional(),
  validFrom: day.optional(),
  validUntil: day.optional(),
  successors: z.array(id).default([]),
});

export type Organisation = z.infer<typeof organisation>;

export const registerEvents = {
  /** A whole release of the organisation register; the last one counts. `release` is the day of the source. */
  'register.released.v1': record(
    z.strictObject({ release: day, source: z.string().max(200), organisations: z.array(organisation).min(1) }),
    { retention: 'permanent', publication: 'public' },
  ),
  /** An organisation that the source does not list, such as an association or a supplier. */
  'register.organisation-added.v1': record(organisation, { retention: 'permanent', publication: 'public' }),
  /** The whole of an organisation that was added, as it is from here on: another name, a last day, successors. */
  'register.organisation-changed.v1': record(organisation, { retention: 'permanent', publication: 'public' }),
} as const;

export type RegisterEvent = EventIn<typeof registerEvents>;
