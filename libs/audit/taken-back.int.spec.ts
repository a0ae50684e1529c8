import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { subject } from '#domain/kernel/subject';
import { told as item } from '../../test/support/dossier.ts';
import { idOf, sealed, type Told as Written } from '../../test/support/events.ts';
import { type ReadSide, startReadSide } from '../../test/support/read-side.ts';
import { registerOf } from '../../test/support/register.ts';
import { on, programme, setUp } from '../../test/support/rows.ts';
import { Stories } from './stories.ts';

const [trajectory, assen] = ['taken back trajectory', 'taken back Assen'].map(idOf) as [string, string];
const [network, meeting] = ['taken back network', 'taken back meeting'].map(idOf) as [string, string];
const about = subject('trajectory', trajectory);

const applied = on(
  '2025-03-10',
  {
    type: 'trajectory.applied.v1',
    stream: `trajectory-${trajectory}`,
    data: { trajectory, programme, organisation: assen, contactRole: 'adviser', network },
  },
  about,
  subject('organisation', assen),
);
const agreed = { trajectory, role: 'lead', due: '2025-04-01', what: sealed('call') };
const told = item('2025-03-12', 'action.agreed.v1', 'taken back action', agreed);
const action: Written = { ...told, subjects: [...told.subjects, about] };
const opened = on(
  '2025-02-02',
  {
    type: 'network.opened.v1',
    stream: `network-${network}`,
    data: { network, programme, name: 'Noord', region: 'Drenthe', minimum: 1, target: 2, maximum: 2 },
  },
  subject('network', network),
);
const given = on(
  '2025-03-11',
  { type: 'network.place-given.v1', stream: `network-${network}`, data: { trajectory } },
  ...[subject('network', network), about],
);
const planned = on(
  '2025-03-11',
  {
    type: 'meeting.planned.v2',
    stream: `meeting-${meeting}`,
    data: { meeting, programme, network, kind: 'opening', title: 'Start', date: '2025-03-13', status: 'agreed' },
  },
  ...[subject('network', network), subject('meeting', meeting)],
);
const entries = [{ trajectory, attendance: 'present', roles: [] }];
const came = on(
  '2025-03-13',
  { type: 'meeting.attendance-recorded.v2', stream: `meeting-${meeting}`, data: { entries } },
  ...[subject('network', network), subject('meeting', meeting), about],
);
const takenBack = {
  ...on('2025-03-14', { type: 'trajectory.fact-retracted.v1', data: {}, stream: `trajectory-${trajectory}` }, about),
  corrects: { event: applied.id, kind: 'retraction', reason: sealed('it was another') },
} as Written;

let side: ReadSide;
let minPosition: string;

beforeAll(async () => {
  side = await startReadSide();
  await side.startFolding();
  const register = registerOf([{ id: assen, name: 'Assen', cbs: '0106' }]);
  const decided = [opened, given, takenBack].map(({ occurredOn: _occurredOn, ...decision }) => decision);
  const [opening, place, retraction] = decided as [Written, Written, Written];
  minPosition = await side.record([register, setUp, opening, applied, place, planned, action, came, retraction]);
}, 60_000);

afterAll(() => side.stop(), 30_000);

describe('given an application that was taken back, of which a place, attendance and an item of the dossier are left', () => {
  test('then its story still says whose it was', async () => {
    const stories = new Stories(side.views, { open: async (value) => value });
    const { data } = await stories.story(about, {}, { minPosition }, { role: 'auditor', lang: 'nl' });
    expect(data.items.map(({ words }) => words)).toEqual([
      'Assen meldde zich aan.',
      'Assen kreeg een plaats.',
      'Actie afgesproken (Assen): programmaleider, uiterlijk 1 april 2025.',
      'Aanwezigheid bij „Start”: 1 aanwezig, 0 afgemeld, 0 afwezig; Assen: aanwezig.',
      'Ingetrokken: Assen meldde zich aan.',
    ]);
  });

  test('then the lead still sees whose it is', async () => {
    const { data } = await side.views.progress.trajectory(trajectory, { minPosition });
    expect(data?.summary.organisation).toMatchObject({ id: assen, name: 'Assen' });
  });

  test('then its network, its groups and its attendance still say whose it is', async () => {
    const { data: detail } = await side.views.networks.get(network, { minPosition });
    const { data: proposal } = await side.views.groups.proposal(network, 6, { minPosition });
    const { data: atMeeting } = await side.views.attendance.ofMeeting(meeting, { minPosition });
    const { data: page } = await side.views.attendance.ofProgramme(programme, {}, { minPosition });
    const said = [
      detail?.organisations[trajectory],
      proposal?.organisations[trajectory],
      ...(atMeeting?.entries ?? []).map(({ organisation }) => organisation),
      ...page.items.map(({ organisation }) => organisation),
    ];
    expect(said.map((organisation) => organisation?.name)).toEqual(['Assen', 'Assen', 'Assen', 'Assen']);
  });

  test('then the dossier still says whose the item is', async () => {
    const { data } = await side.views.dossier.get(idOf('taken back action'), { minPosition });
    expect(data?.organisation).toMatchObject({ id: assen, name: 'Assen' });
  });
});
