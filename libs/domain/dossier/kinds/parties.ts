import { z } from 'zod';
import { count, evidence, id, name, role } from '../../kernel/names.ts';
import { protectedText } from '../../kernel/text.ts';
import { begins, ends, kind, moves, tells, within } from '../kind.ts';
import { inHand } from './parts.ts';

/** Who plays which role in the programme: client, contractor, lead, facilitator, expert, contact, portfolio holder. */
export const party = kind({
  kind: 'party',
  label: { nl: 'Partij', en: 'Party' },
  heading: 'Partijen',
  facts: {
    'party.appointed.v1': begins(
      { ...within, role, person: id.optional(), unit: name.optional(), mandate: evidence.optional() },
      { command: 'appoint-party', path: 'parties', words: { nl: 'Rol vervuld', en: 'Role filled' } },
    ),
    /** Another person, or another organisation, in the same role: what was promised stays with the role. */
    'party.replaced.v1': moves(
      { role, person: id.optional(), organisation: id.optional(), reason: protectedText.optional() },
      {
        command: 'replace-party',
        path: 'party-replacements',
        says: inHand,
        words: { nl: 'Opgevolgd in de rol', en: 'Succeeded in the role' },
      },
    ),
    'party.stepped-down.v1': ends(
      { reason: protectedText.optional() },
      { command: 'step-down', path: 'party-resignations', words: { nl: 'Rol neergelegd', en: 'Role laid down' } },
    ),
  },
});

/** A unit, cluster, department, level or team within an organisation. */
export const unit = kind({
  kind: 'unit',
  label: { nl: 'Organisatieonderdeel', en: 'Unit' },
  heading: 'Partijen',
  facts: {
    'unit.named.v1': begins(
      {
        organisation: id,
        trajectory: id.optional(),
        name,
        sort: z.enum(['unit', 'cluster', 'department', 'level', 'team']),
        headcount: count.optional(),
        partOf: id.optional(),
      },
      { command: 'name-unit', path: 'units', words: { nl: 'Organisatieonderdeel benoemd', en: 'Unit named' } },
    ),
    'unit.counted.v1': tells(
      { headcount: count },
      { command: 'count-unit', path: 'unit-counts', words: { nl: 'Omvang geteld', en: 'Headcount taken' } },
    ),
    'unit.renamed.v1': tells(
      { name },
      { command: 'rename-unit', path: 'unit-names', words: { nl: 'Andere naam', en: 'Renamed' } },
    ),
    'unit.dissolved.v1': ends(
      { reason: protectedText.optional() },
      {
        command: 'dissolve-unit',
        path: 'unit-dissolutions',
        words: { nl: 'Onderdeel opgeheven', en: 'Unit dissolved' },
      },
    ),
  },
});
