import { z } from 'zod';
import { count, evidence, id, key, name, role } from '../../kernel/names.ts';
import { protectedText } from '../../kernel/text.ts';
import { begins, ends, kind, moves, withdraws } from '../kind.ts';
import { labelled } from './parts.ts';

const heading = 'Voor de start';

/** Interest in a region that has no network yet, or whose network is full. */
export const demand = kind({
  kind: 'demand',
  label: { nl: 'Vraag in een regio', en: 'Demand in a region' },
  heading,
  facts: {
    'demand.shown.v1': begins(
      { organisation: id, region: name, contactRole: role, strength: z.enum(['interest', 'application']) },
      {
        command: 'show-demand',
        path: 'demand-shown',
        words: { nl: 'Belangstelling in een regio', en: 'Interest in a region' },
      },
    ),
    'demand.strengthened.v1': moves(
      {},
      {
        command: 'strengthen-demand',
        path: 'demand-strengthenings',
        after: ['shown'],
        words: { nl: 'Van belangstelling naar aanmelding', en: 'From interest to application' },
      },
    ),
    'demand.placed.v1': ends(
      { network: id },
      {
        command: 'place-demand',
        path: 'demand-placings',
        words: { nl: 'Ondergebracht in een netwerk', en: 'Placed in a network' },
      },
    ),
    'demand.withdrawn.v1': withdraws(
      { reason: protectedText },
      {
        command: 'withdraw-demand',
        path: 'demand-withdrawals',
        words: { nl: 'Belangstelling ingetrokken', en: 'Interest withdrawn' },
      },
    ),
  },
});

/** The proposal to the lead to open the next network in a region. */
export const openingProposal = kind({
  kind: 'opening-proposal',
  label: { nl: 'Voorstel voor een volgend netwerk', en: 'Proposal for a next network' },
  heading,
  facts: {
    'opening-proposal.made.v1': begins(
      {
        region: name,
        organisations: z.array(id).min(1).max(100),
        minimum: count,
        target: count,
        reason: protectedText.optional(),
      },
      {
        command: 'propose-opening',
        path: 'opening-proposals',
        words: { nl: 'Volgend netwerk voorgesteld', en: 'Next network proposed' },
      },
    ),
    'opening-proposal.accepted.v1': ends(
      { network: id.optional(), byRole: role },
      {
        command: 'accept-opening-proposal',
        path: 'opening-proposal-acceptances',
        words: { nl: 'Voorstel overgenomen', en: 'Proposal accepted' },
      },
    ),
    'opening-proposal.declined.v1': ends(
      { reason: protectedText, byRole: role },
      {
        command: 'decline-opening-proposal',
        path: 'opening-proposal-refusals',
        words: { nl: 'Voorstel niet overgenomen', en: 'Proposal declined' },
      },
    ),
  },
});

const rule = {
  network: id.optional(),
  criteria: z.array(z.strictObject(labelled)).min(1).max(20),
  mandateRole: role,
  mandate: evidence.optional(),
} as const;

/** The criteria for admission, and who may decide by them. */
export const admissionRule = kind({
  kind: 'admission-rule',
  label: { nl: 'Toelatingscriteria', en: 'Admission criteria' },
  heading,
  facts: {
    'admission-rule.set.v1': begins(rule, {
      command: 'set-admission-rule',
      path: 'admission-rules',
      words: { nl: 'Toelatingscriteria vastgesteld', en: 'Admission criteria set' },
    }),
    'admission-rule.changed.v1': moves(
      { ...rule, reason: protectedText },
      {
        command: 'change-admission-rule',
        path: 'admission-rule-changes',
        words: { nl: 'Toelatingscriteria gewijzigd', en: 'Admission criteria changed' },
      },
    ),
    'admission-rule.ended.v1': ends(
      { reason: protectedText.optional() },
      {
        command: 'end-admission-rule',
        path: 'admission-rule-endings',
        words: { nl: 'Toelatingscriteria vervallen', en: 'Admission criteria ended' },
      },
    ),
  },
});

/** How an application was held against the criteria. The place itself is given by the network. */
export const assessment = kind({
  kind: 'assessment',
  label: { nl: 'Beoordeling van een aanmelding', en: 'Assessment of an application' },
  heading,
  facts: {
    'assessment.made.v1': begins(
      {
        trajectory: id,
        network: id.optional(),
        rule: id.optional(),
        byRole: role,
        outcomes: z.array(z.strictObject({ criterion: key, met: z.boolean() })).max(20),
        advice: z.enum(['admit', 'admit-with-reservation', 'wait', 'reject', 'refer']),
        reason: protectedText,
      },
      {
        command: 'assess-application',
        path: 'assessments',
        words: { nl: 'Aanmelding beoordeeld', en: 'Application assessed' },
      },
    ),
    'assessment.revised.v1': moves(
      { advice: z.enum(['admit', 'admit-with-reservation', 'wait', 'reject', 'refer']), reason: protectedText },
      {
        command: 'revise-assessment',
        path: 'assessment-revisions',
        words: { nl: 'Beoordeling herzien', en: 'Assessment revised' },
      },
    ),
  },
});
