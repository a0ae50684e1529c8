import { type Step, step } from '../../recorder/step.ts';
import { brought, course, recordedOnlyAt, retracted, told } from '../../recorder/telling.ts';

/** Fictitious. What came from outside, what was decided, what was agreed to be done, and a summer that stood still. */
const own = { trajectory: '{own}' } as const;

const outside = [
  brought('2025-03-25', 'election', 'external-events', {
    ...own,
    cause: 'new-portfolio-holder',
    title: 'Nieuwe portefeuillehouder personeel',
  }),
  told('2025-03-25', 'election', 'external-event-questions', {
    what: 'Het commitment van het college.',
    layers: ['executive'],
  }),
  course(
    '2025-03-25',
    'own',
    'commitments/executive/doubts',
    { cause: 'new-portfolio-holder', due: '2025-04-15' },
    '11:10',
  ),
  course('2025-04-15', 'own', 'commitments/executive/confirmations', {
    evidence: {
      reference: 'collegebesluit-2025-41',
      sha256: '4c1f7a90d2b8e36517c0f9a4d6b2e81f35a7c9d0b4e6f82a1c3d5e7f9b0a2c4d',
    },
  }),
  told('2025-04-15', 'election', 'external-event-settlements', {
    result: 'De nieuwe portefeuillehouder staat erachter.',
  }),
  brought('2025-05-27', 'risk', 'risks', {
    ...own,
    sort: 'risk',
    title: 'Roosters van de buitendienst',
    severity: 'high',
    what: 'Wie buiten werkt, kan overdag niet naar een module.',
  }),
  told('2025-08-28', 'risk', 'risk-mitigations', { what: 'De module begint voor de buitendienst om zeven uur.' }),
  told('2025-09-25', 'risk', 'risk-closings', { result: 'Negen van de buitendienst waren erbij.' }),
  brought('2025-04-03', 'reminder', 'reminders', {
    ...own,
    about: 'commitment:{own}/executive',
    title: 'Bevestiging door het college',
    role: 'portfolio-holder',
    by: 'phone',
    text: 'Het college beslist over twaalf dagen.',
  }),
  told('2025-04-10', 'reminder', 'reminder-answers', { result: 'Het staat op de agenda.' }),
  brought('2025-06-03', 'note', 'notes', { ...own, text: 'Iemand vroeg of de naam anders kan.' }),
  told('2025-06-19', 'note', 'note-discardings', { reason: 'Er kwam geen betere naam.' }),
];

const decisions = [
  brought('2025-05-20', 'decision', 'decisions', {
    ...own,
    body: 'steering-group',
    title: 'Tijd voor de modules',
    due: '2025-06-10',
    what: 'Vier uur in de maand, in werktijd.',
  }),
  told('2025-06-10', 'decision', 'decision-deferrals', { to: '2025-06-24', reason: 'De buitendienst rekent nog.' }),
  told('2025-06-24', 'decision', 'decisions-taken', {
    outcome: 'approved-with-changes',
    what: 'Drie uur in de maand.',
    votes: { inFavour: 5, against: 1, abstained: 0 },
  }),
  brought(
    '2025-06-24',
    'decision/hall',
    'decisions',
    {
      ...own,
      body: 'steering-group',
      title: 'Een eigen ruimte',
      due: '2025-09-16',
      what: 'Een vaste ruimte in de hal.',
    },
    '10:30',
  ),
  told('2025-09-09', 'decision/hall', 'decision-withdrawals', { reason: 'De kantine voldoet.' }),
];

const actions = [
  brought('2025-07-03', 'action', 'actions-agreed', {
    ...own,
    role: 'hr-manager',
    due: '2025-08-01',
    what: 'Roosters aanpassen.',
  }),
  told('2025-07-31', 'action', 'action-postponements', { to: '2025-09-01', reason: 'Vakantie.' }),
  told('2025-08-28', 'action', 'action-completions', { result: 'De roosters staan.' }),
];

/** The town hall is rebuilt; the plan of the trajectory stands still. */
const pause = [
  course('2025-07-21', 'own', 'pauses', { reason: 'Het stadhuis wordt verbouwd.', until: '2025-08-25' }),
  course('2025-08-25', 'own', 'resumptions'),
];

const heldByMistake = step('2025-11-13T16:00Z', 'held/walk', '/meetings/{walk}/sessions', { occurredOn: '2025-11-13' });

/** A meeting that was recorded as held by mistake, and one contact that was recorded weeks after it happened. */
const putRight = [
  step(
    '2025-10-02T09:30Z',
    'planned/walk',
    '/networks/{network}/meetings',
    {
      kind: 'other',
      title: 'Wandeling langs de loketten',
      date: '2025-11-13',
      status: 'agreed',
      occurredOn: '2025-10-02',
    },
    { gives: 'walk' },
  ),
  heldByMistake,
  retracted('2025-11-14', heldByMistake, 'De wandeling ging niet door; het verslag was van een andere.'),
  step('2025-11-14T14:30Z', 'cancelled/walk', '/meetings/{walk}/cancellations', {
    reason: 'Het stormde.',
    occurredOn: '2025-11-13',
  }),
  recordedOnlyAt(
    '2025-12-01T09:00Z',
    course('2025-11-06', 'own', 'contact-moments', {
      kind: 'phone',
      roles: ['works-council-member'],
      summary: 'De ondernemingsraad vindt het tempo goed.',
    }),
  ),
];

export const around: readonly Step[] = [...outside, ...decisions, ...actions, ...pause, ...putRight];
