import { z } from 'zod';
import { id, role } from '../../kernel/names.ts';
import { protectedText } from '../../kernel/text.ts';
import { day } from '../../kernel/time.ts';
import { begins, ends, kind, tells } from '../kind.ts';

const heading = 'Meedoen';

/**
 * What somebody who takes part may do through a link: see and answer what is of one trajectory, in a role, up to and
 * including a day. The link names this item, and so does the envelope of everything that is done by it.
 */
export const participationAccess = kind({
  kind: 'participation-access',
  label: { nl: 'Toegang voor een deelnemer', en: 'Access for a participant' },
  heading,
  facts: {
    'participation-access.granted.v1': begins(
      { trajectory: id, role, until: day },
      {
        command: 'grant-participation-access',
        path: 'participation-accesses',
        words: { nl: 'Toegang gegeven aan een deelnemer', en: 'Access given to a participant' },
      },
    ),
    /** An address is never recorded, and neither is the link: whoever reads the log must not be able to use it. */
    'participation-access.link-sent.v1': tells(
      { by: z.enum(['mail', 'other']), text: protectedText.optional() },
      {
        command: 'send-participation-link',
        path: 'participation-links-sent',
        words: { nl: 'Link naar de deelnemer gestuurd', en: 'Link sent to the participant' },
      },
    ),
    'participation-access.revoked.v1': ends(
      { reason: protectedText },
      {
        command: 'revoke-participation-access',
        path: 'participation-access-revocations',
        words: { nl: 'Toegang van een deelnemer ingetrokken', en: 'Access of a participant revoked' },
      },
    ),
  },
});

/** A form by which an organisation applies without signing in: for one network, or for any network of the programme. */
export const applicationForm = kind({
  kind: 'application-form',
  label: { nl: 'Aanmeldformulier', en: 'Application form' },
  heading,
  facts: {
    /** The text stands above the form, for everybody to read. */
    'application-form.opened.v1': begins(
      { network: id.optional(), until: day.optional(), text: protectedText.optional() },
      {
        command: 'open-application-form',
        path: 'application-forms',
        words: { nl: 'Aanmeldformulier opengesteld', en: 'Application form opened' },
      },
    ),
    'application-form.closed.v1': ends(
      { reason: protectedText.optional() },
      {
        command: 'close-application-form',
        path: 'application-form-closings',
        words: { nl: 'Aanmeldformulier gesloten', en: 'Application form closed' },
      },
    ),
  },
});
