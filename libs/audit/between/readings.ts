import { knownType } from '#domain/dossier/state';
import { firstDueOf, pledgeOf, takenOverBy } from '#domain/pledge/pledge';
import type { Organisation } from '#domain/register/events';
import { commitmentOf } from '#domain/trajectory/commitment';
import { courseOf } from '#domain/trajectory/course';
import { commitmentView, evidenceOf } from '#views/commitment/view';
import { momentOn, type TracedItemFact } from '#views/dossier/course';
import { dossierItemView } from '#views/dossier/view';
import type { ViewDefinition } from '#views/engine/view-definition';
import { groupView } from '#views/group/view';
import { meetingItemOf } from '#views/meeting/item';
import { meetingView } from '#views/meeting/view';
import { networkView } from '#views/network/view';
import { termsOf } from '#views/pledge/item';
import { pledgeView } from '#views/pledge/view';
import { programmeView } from '#views/programme/view';
import { localChangeOf } from '#views/progress/local-change';
import { progressView } from '#views/progress/view';
import { registerView } from '#views/register/view';
import { byEvent, daysByName, intakeOf, list, putAtLast, reportsOf } from './reading-parts.ts';

/** All that is known, whatever day it is of. */
const lastDay = '9999-12-31';

/** A row as people look at it: what it says, without what only programs need. */
type Reading = (row: unknown, beside: unknown) => object;

function reading<Row>(
  { name }: ViewDefinition<Row>,
  read: (row: Row, beside: Row | undefined) => object,
): [string, Reading] {
  // Rows of a view are what its own fold made.
  return [name, (row, beside) => read(row as Row, beside as Row | undefined)];
}

/**
 * How the rows of a view are read, where that is not field by field. What a view holds of another one (a trajectory its
 * commitments, a programme its meetings) is left to the other, so that every difference is told once.
 */
const readings: ReadonlyMap<string, Reading> = new Map([
  reading(progressView, (row) => ({
    participation: courseOf(row.course)?.step,
    network: row.network,
    contactRole: row.contactRole,
    course: daysByName(row.course),
    intake: intakeOf(row),
    reports: reportsOf(row),
    pausedUntil: row.course.findLast((fact) => fact.fact === 'paused')?.until,
    successor: row.course.findLast((fact) => fact.fact === 'passed-on')?.successor,
    localChange: localChangeOf(row.localChanges),
    questions: row.questions.map(({ question, said }) => ({ question, ...putAtLast(said) })),
    support: row.support.map(({ support, requestedOn, matches, deliveries, completedOn }) => ({
      support,
      requestedOn,
      matchedOn: list(matches.map(({ on }) => on)),
      plannedMinutes: matches.at(-1)?.plannedMinutes,
      deliveredOn: list(deliveries.map(({ on }) => on)),
      deliveredMinutes: deliveries.length === 0 ? null : deliveries.reduce((sum, { minutes }) => sum + minutes, 0),
      completedOn,
    })),
    contacts: byEvent(row.contacts, ({ on, kind, roles }) => list([on, kind, ...roles])),
    judgements: byEvent(row.judgements, ({ on, judgement }) => list([on, judgement])),
  })),
  reading(commitmentView, ({ layer, facts }) => {
    const { before: _before, ...now } = { before: undefined, ...commitmentOf(facts) };
    return { commitment: { [layer]: { ...now, facts: daysByName(facts), evidence: evidenceOf(facts) } } };
  }),
  reading(pledgeView, ({ facts, organisation, trajectory }) => {
    const { by: _by, ...now } = { by: undefined, ...pledgeOf(facts) };
    const postponed = facts.filter((fact) => fact.fact === 'postponed');
    const proven = facts.flatMap(({ event, evidence }) => (evidence ? [[event, evidence] as const] : []));
    return {
      pledge: {
        ...{ organisation, trajectory, ...termsOf(facts), ...now },
        firstDue: postponed.length > 0 ? firstDueOf(facts) : undefined,
        postponed: byEvent(postponed, ({ from, to }) => list([from, to])),
        // By whom it is to be kept: also once it is kept, or not.
        takenOverBy: takenOverBy(facts),
        facts: daysByName(facts),
        evidence: Object.fromEntries(proven),
      },
    };
  }),
  reading(dossierItemView, ({ item: _item, kind: _kind, facts, ...belonging }) => {
    const now = momentOn(facts, lastDay);
    const last = now && facts.findLast(({ on, fact }) => on === now.since && fact === now.step);
    const said = facts.map((fact): [string, object] => [fact.event, { [fact.type]: saidBy(fact) }]);
    return { ...belonging, step: last?.type, due: now?.due, facts: Object.fromEntries(said) };
  }),
  reading(meetingView, (row) => {
    const { kind, title, facts, attendance } = row;
    const now = meetingItemOf(row, lastDay);
    return {
      kind,
      title,
      ...(now && { date: now.date, status: now.status, heldOn: now.heldOn, minutes: now.minutes }),
      ...(now && now.moves.length > 0 && { firstDate: now.firstDate }),
      moves: byEvent(now?.moves ?? [], ({ from, to, by }) => list([from, to, by])),
      cancelled: now?.cancelled?.on,
      facts: daysByName(facts),
      attendance: attendance.map(({ trajectory, attendance: how, roles }) => ({
        trajectory,
        attendance: how,
        ...(roles.length > 0 && { roles: list(roles) }),
      })),
    };
  }),
  reading(networkView, ({ places, waiting, proposals, rejected, referred, decisions: _d, ...row }) => ({
    ...row,
    places: places.map(({ reservation, ...place }) => ({
      ...place,
      reservation: reservation?.decisionExpectedOn,
    })),
    waiting: waiting.map(({ trajectory, since }, index) => ({ trajectory, number: index + 1, since })),
    proposals,
    rejected: rejected.map(({ trajectory }) => ({ trajectory, place: 'rejected' })),
    referred: referred.map(({ trajectory, to }) => ({ trajectory, to })),
  })),
  reading(programmeView, ({ template, networks: _networks, meetings: _meetings, endedSchedules: _ended, ...row }) => ({
    ...row,
    template: template && `${template.key} ${template.version}`,
  })),
  reading(groupView, ({ members, programme: _, decisions: _decisions, ...row }) => ({
    ...row,
    members: members.map((trajectory) => ({ trajectory, member: true })),
  })),
  reading(registerView, ({ release, source, organisations }, beside) => ({
    release,
    source,
    organisations: organisations.length,
    // Of a first release all are new, and of a last one all are gone: then their number says enough.
    organisation: release !== null && !beside ? [] : organisations.map(saidOf),
  })),
]);

/** Of a beginning the row itself says where the item belongs. What a note became is an id with a kind before it. */
const saidByTheRow: readonly string[] = [
  'item',
  'title',
  'name',
  'trajectory',
  'network',
  'meeting',
  'group',
  'organisation',
];

function saidBy({ type, on, data }: TracedItemFact): object {
  const begins = knownType(type).effect === 'begins';
  const said = Object.entries(data).filter(
    ([field]) => field !== 'subject' && !(begins && saidByTheRow.includes(field)),
  );
  return { on, ...Object.fromEntries(said) };
}

function saidOf({ successors, ...organisation }: Organisation): object {
  return { ...organisation, successors: list(successors) };
}

/** Views that say in another arrangement what other views say: they tell only when they are asked for. */
const echoes: readonly string[] = ['attendance', 'question', 'standing'];

/** Whether the differences of a view's rows are told when no view is asked for. */
export function tellsByItself(view: Pick<ViewDefinition, 'name'>): boolean {
  return !echoes.includes(view.name);
}

/** What a row says, for the comparison with another of its versions. A row that does not exist says nothing. */
export function readingOf(view: Pick<ViewDefinition, 'name'>, row: unknown, beside: unknown): unknown {
  if (row === undefined) return undefined;
  const read = readings.get(view.name);
  return withoutTraces(read ? read(row, beside) : row);
}

/** Only for programs: which event told it, when the row last changed, and which programme it is in. */
const traces: readonly string[] = ['event', 'lastRecordedAt', 'programme'];

function withoutTraces(value: unknown): unknown {
  if (value === '') return null;
  if (Array.isArray(value)) return value.map(withoutTraces);
  if (value === null || typeof value !== 'object') return value;
  const kept = Object.entries(value).filter(([field]) => !traces.includes(field));
  return Object.fromEntries(kept.map(([field, item]) => [field, withoutTraces(item)]));
}
