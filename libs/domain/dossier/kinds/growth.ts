import { z } from 'zod';
import { count, evidence, id, key, name } from '../../kernel/names.ts';
import { protectedText } from '../../kernel/text.ts';
import { begins, ends, kind, moves, within } from '../kind.ts';
import { labelled, moment, tenths } from './parts.ts';

const heading = 'Groei';
const version = count.min(1);
const competencies = z
  .array(
    z.strictObject({
      ...labelled,
      /** How other organisations call the same. */
      elsewhere: z
        .array(z.strictObject({ organisation: id, name }))
        .max(20)
        .optional(),
    }),
  )
  .min(1)
  .max(30);

/** A role and its competencies as the organisation itself defined them, version by version. */
export const roleProfile = kind({
  kind: 'role-profile',
  label: { nl: 'Rolprofiel', en: 'Role profile' },
  heading,
  facts: {
    'role-profile.drafted.v1': begins(
      { ...within, title: name, version, competencies },
      {
        command: 'draft-role-profile',
        path: 'role-profiles',
        words: { nl: 'Rolprofiel opgesteld', en: 'Role profile drafted' },
      },
    ),
    'role-profile.revised.v1': moves(
      { version, competencies, reason: protectedText },
      {
        command: 'revise-role-profile',
        path: 'role-profile-revisions',
        words: { nl: 'Rolprofiel herzien', en: 'Role profile revised' },
      },
    ),
    'role-profile.adopted.v1': moves(
      { version, evidence: evidence.optional() },
      {
        command: 'adopt-role-profile',
        path: 'role-profile-adoptions',
        words: { nl: 'Rolprofiel vastgesteld', en: 'Role profile adopted' },
      },
    ),
    'role-profile.retired.v1': ends(
      { reason: protectedText.optional() },
      {
        command: 'retire-role-profile',
        path: 'role-profile-endings',
        words: { nl: 'Rolprofiel vervallen', en: 'Role profile retired' },
      },
    ),
  },
});

/** A dream of where the organisation goes, version by version. */
export const vision = kind({
  kind: 'vision',
  label: { nl: 'Visie', en: 'Vision' },
  heading,
  facts: {
    'vision.drafted.v1': begins(
      { ...within, title: name, version, what: protectedText },
      { command: 'draft-vision', path: 'visions', words: { nl: 'Visie opgesteld', en: 'Vision drafted' } },
    ),
    'vision.revised.v1': moves(
      { version, what: protectedText },
      { command: 'revise-vision', path: 'vision-revisions', words: { nl: 'Visie herzien', en: 'Vision revised' } },
    ),
    'vision.adopted.v1': moves(
      { version, evidence: evidence.optional() },
      { command: 'adopt-vision', path: 'vision-adoptions', words: { nl: 'Visie vastgesteld', en: 'Vision adopted' } },
    ),
    'vision.retired.v1': ends(
      { reason: protectedText.optional() },
      { command: 'retire-vision', path: 'vision-endings', words: { nl: 'Visie losgelaten', en: 'Vision retired' } },
    ),
  },
});

/** Competencies of a group, never of a person: fewer than five people would be told apart. */
export const competencyMeasurement = kind({
  kind: 'competency-measurement',
  label: { nl: 'Meting van competenties', en: 'Measurement of competencies' },
  heading,
  facts: {
    'competency-measurement.taken.v1': begins(
      {
        ...within,
        roleProfile: id.optional(),
        moment,
        people: count.min(5),
        scores: z.array(z.strictObject({ key, tenths })).min(1).max(30),
      },
      {
        command: 'measure-competencies',
        path: 'competency-measurements',
        words: { nl: 'Competenties gemeten', en: 'Competencies measured' },
      },
    ),
  },
});
