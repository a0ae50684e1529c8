import { describe, expect, it } from '@jest/globals';
import { item } from '../dossier/decider.ts';
import { group } from '../group/decider.ts';
import { importing } from '../import/decider.ts';
import { logAggregate } from '../log/decider.ts';
import { meetingOf } from '../meeting/course.ts';
import { meeting } from '../meeting/decider.ts';
import { meetingFactOf } from '../meeting/facts.ts';
import { warningsOf } from '../meeting/warn.ts';
import { network } from '../network/decider.ts';
import { pledge } from '../pledge/decider.ts';
import { pledgeFactOf } from '../pledge/facts.ts';
import { pledgeOf } from '../pledge/pledge.ts';
import { refuseLater } from '../pledge/refuse.ts';
import { programme as programmeAggregate } from '../programme/decider.ts';
import { dueDay } from '../progress/due.ts';
import { noFacts } from '../progress/inputs.ts';
import { reachedOn } from '../progress/reached.ts';
import { reasonOf } from '../progress/reasons.ts';
import { regionalNetwork } from '../template/regional-network.ts';
import { afterTheIntake, ids, on, openNetwork, programme, register } from '../testing/fixtures.ts';
import { plan } from '../testing/progress.ts';
import { commitmentAfter } from '../trajectory/commitment.ts';
import { courseOf } from '../trajectory/course.ts';
import { commitmentEventOf } from '../trajectory/decide-commitment.ts';
import { contentEventOf, refuseContent } from '../trajectory/decide-content.ts';
import { participationEventOf } from '../trajectory/decide-participation.ts';
import { trajectory as trajectoryAggregate } from '../trajectory/decider.ts';
import { evolveContent } from '../trajectory/evolve-content.ts';
import { commitmentFactOf, courseFactOf } from '../trajectory/facts.ts';

/*
 * What a release does not know never gets this far: the codec lets no unknown type out of the log. If one did, a decider
 * or a fold that passed over it would be silently wrong, so each of them stops and says so.
 */

const unheardOf = {
  ...on('2026-01-01'),
  type: 'unheard-of.v1',
  fact: 'unheard-of',
  when: 'unheard-of',
  kind: 'unheard-of',
  finding: 'unheard-of',
  id: '',
  recordedAt: '2026-01-01T11:00:00.000Z',
  subjects: [],
  on: '2026-01-01',
  data: {},
} as never;

const known = { status: 'known', programme: ids.programme, facts: [], begun: undefined } as never;
const composed = { status: 'composed', programme: ids.programme, members: [] } as never;
const planned = {
  status: 'planned',
  programme: ids.programme,
  network: ids.network,
  facts: [],
  attendance: {},
} as never;
const { state: trajectory } = afterTheIntake();
const milestone = regionalNetwork.milestones[0] as never as { due: object };
const somehow = { ...milestone, reached: unheardOf, due: { anchor: 'unheard-of', number: 1, days: 0 } } as never;
const context = { programme, register, trajectories: new Map() } as never;

const passes: readonly (readonly [string, () => unknown])[] = [
  ['an event of the log', () => logAggregate.evolve(logAggregate.initial, unheardOf)],
  ['a command to a group', () => group.decide(unheardOf, composed, context)],
  ['an event of a group', () => group.evolve(composed, unheardOf)],
  ['a command to a programme', () => programmeAggregate.decide(unheardOf, programme, { register })],
  ['an event of a programme', () => programmeAggregate.evolve(programme, unheardOf)],
  ['a command to a network', () => network.decide(unheardOf, openNetwork, context)],
  ['an event of a network', () => network.evolve(openNetwork, unheardOf)],
  ['a command to an import', () => importing.decide(unheardOf, importing.initial, context)],
  ['an event of an import', () => importing.evolve(importing.initial, unheardOf)],
  ['a command to a meeting', () => meeting.decide(unheardOf, planned, context)],
  ['a warning about a meeting', () => warningsOf(unheardOf, planned, context, programme)],
  ['an event of a meeting', () => meetingFactOf(unheardOf, [])],
  ['a fact of a meeting', () => meetingOf([unheardOf])],
  ['a command to a pledge', () => pledge.decide(unheardOf, known, context)],
  ['a refusal about a pledge', () => refuseLater(unheardOf, known, context)],
  ['an event of a pledge', () => pledgeFactOf(unheardOf, [])],
  ['a fact of a pledge', () => pledgeOf([unheardOf])],
  ['a command about commitment', () => commitmentEventOf(unheardOf, trajectory)],
  ['an event of commitment', () => commitmentFactOf(unheardOf, [])],
  ['a fact of commitment', () => commitmentAfter({ step: 'not-asked' }, unheardOf)],
  ['a command about participation', () => participationEventOf(unheardOf, trajectory)],
  ['an event of participation', () => courseFactOf(unheardOf, [])],
  ['a fact of participation', () => courseOf([unheardOf])],
  ['a command about what it is about', () => contentEventOf(unheardOf)],
  ['a refusal about what it is about', () => refuseContent(unheardOf, trajectory as never, context)],
  ['an event of what it is about', () => evolveContent(trajectory as never, unheardOf)],
  ['a milestone', () => reachedOn(somehow, noFacts, plan)],
  ['the day of a milestone', () => dueDay(somehow, plan)],
  ['a finding', () => reasonOf(unheardOf, regionalNetwork)],
];

describe('what no release has heard of', () => {
  it.each(passes)('is not passed over: %s', (_, pass) => {
    expect(pass).toThrow(/Unreachable/);
  });
});

/** As it would be read from a stream, or part of one, that does not begin with its beginning. */
function event(type: string, data: object = {}) {
  return { type, data, id: '', recordedAt: '2026-01-01T11:00:00.000Z', subjects: [] } as never;
}

describe('what comes before the beginning of its stream', () => {
  it.each<[string, { readonly initial: object; evolve(state: never, event: never): object }, never]>([
    ['a programme', programmeAggregate, event('programme.report-unscheduled.v1', { schedule: ids.meeting })],
    ['a network', network, event('network.put-on-waiting-list.v1', { trajectory: ids.meeting })],
    ['a meeting', meeting, event('meeting.held.v1')],
    ['a group', group, event('group.frozen.v1')],
    ['an import', importing, event('import.completed.v1', { import: ids.meeting, recorded: 1, known: 0 })],
  ])('leaves %s unknown', (_, aggregate, later) => {
    expect(aggregate.evolve(aggregate.initial as never, later)).toBe(aggregate.initial);
  });

  it('a retraction itself changes nothing, whatever it takes back', () => {
    expect(trajectoryAggregate.evolve(trajectory, event('trajectory.fact-retracted.v1'))).toBe(trajectory);
    expect(meeting.evolve(planned, event('meeting.fact-retracted.v1'))).toBe(planned);
    expect(pledge.evolve(known, event('pledge.fact-retracted.v1'))).toBe(known);
  });

  it('a fact that names nothing is kept, of nobody', () => {
    const begun = pledge.evolve(pledge.initial, event('pledge.kept.v1'));
    expect(begun).toMatchObject({ status: 'known', pledge: '', programme: '' });
    expect(item.evolve(item.initial, event('theme.chosen.v1'))).toMatchObject({ item: '', programme: '' });
    const shown = trajectoryAggregate.evolve(trajectoryAggregate.initial, event('trajectory.started.v1'));
    expect(shown).toMatchObject({ status: 'known', trajectory: '', organisation: '' });
  });

  it('what declines a proposal that was never made changes nothing', () => {
    const declined = event('network.proposal-declined.v1', { trajectory: ids.meeting });
    expect(network.evolve(openNetwork, declined)).toEqual(openNetwork);
  });
});
