import { describe, expect, test } from '@jest/globals';
import { aroundOn, dossierOf, told } from '../../../../test/support/dossier.ts';
import { idOf, sealed } from '../../../../test/support/events.ts';
import { on, programme, rowOf } from '../../../../test/support/rows.ts';
import type { NetworkRow } from '../../network/row.ts';
import { networkView } from '../../network/view.ts';
import type { TrajectoryRow } from '../../progress/row.ts';
import { progressView } from '../../progress/view.ts';
import { demandOf } from './demand.ts';
import { itemsOn } from './items-on.ts';

const names = ['Assen', 'Emmen', 'Hoogeveen', 'Meppel'];

function shown(day: string, name: string, strength: 'interest' | 'application', region = 'Drenthe') {
  return told(day, 'demand.shown.v1', name, { organisation: idOf(name), region, contactRole: 'secretary', strength });
}

function opened(name: string, region: string, minimum: number): NetworkRow {
  const network = idOf(name);
  const about = `network:${network}`;
  const trajectory = (who: string) => idOf(`trajectory of ${who}`);
  const sizes = { minimum, target: Math.max(minimum, 3), maximum: Math.max(minimum, 3) };
  return rowOf(networkView, network, [
    on('2025-09-01', { type: 'network.opened.v1', data: { network, programme, name, region, ...sizes } }, about),
    on('2025-09-02', { type: 'network.place-given.v1', data: { trajectory: trajectory('a') } }, about),
    on('2025-09-03', { type: 'network.put-on-waiting-list.v1', data: { trajectory: trajectory('b') } }, about),
  ]);
}

const events = [
  shown('2025-10-01', 'Assen', 'application'),
  shown('2025-10-02', 'Emmen', 'interest'),
  shown('2025-10-03', 'Hoogeveen', 'application', 'drenthe'),
  shown('2025-10-04', 'Meppel', 'interest', 'Twente'),
  told('2025-10-10', 'demand.strengthened.v1', 'Emmen'),
  told('2025-10-20', 'demand.placed.v1', 'Assen', { network: idOf('Noord') }),
  told('2025-10-21', 'demand.withdrawn.v1', 'Meppel', { reason: sealed('.') }),
  told('2025-10-11', 'opening-proposal.made.v1', 'proposal', {
    region: 'Drenthe',
    organisations: [idOf('Assen')],
    minimum: 3,
    target: 10,
  }),
  told('2025-10-30', 'opening-proposal.accepted.v1', 'proposal', { byRole: 'lead' }),
];

function demandAt(
  day: string,
  networks: readonly NetworkRow[] = [],
  trajectories: readonly TrajectoryRow[] = [],
  told = events,
) {
  const rows = dossierOf(...told);
  const [demand, proposals] = [itemsOn('demand', rows, day), itemsOn('opening-proposal', rows, day)];
  return demandOf({ demand, proposals, networks, trajectories }, aroundOn(day, names));
}

const demandOn = (day: string, ...networks: readonly NetworkRow[]) => demandAt(day, networks).regions;

const takesPart = (name: string) => ({
  trajectory: idOf(`trajectory of ${name}`),
  programme,
  organisation: idOf(name),
  contactRole: 'secretary',
});

function interested(day: string, name: string, ...later: readonly string[]): TrajectoryRow {
  const own = takesPart(name);
  const about = `trajectory:${own.trajectory}`;
  return rowOf(progressView, own.trajectory, [
    on(day, { type: 'trajectory.interest-shown.v1', data: own }, about),
    ...later.map((type, i) => on(`2025-11-0${i + 1}`, { type, data: { reason: sealed('.') } }, about)),
  ]);
}

function proposed(day: string, region: string, minimum: number, target: number, item = region) {
  return told(day, 'opening-proposal.made.v1', `proposal ${item}`, {
    region,
    organisations: [idOf('Meppel')],
    minimum,
    target,
  });
}

describe('demand by region', () => {
  test('is what was shown by that day and not placed or withdrawn since', () => {
    expect(demandOn('2025-10-05')).toMatchObject([
      { region: 'Drenthe', applications: 2, interest: 1, placed: 0, withdrawn: 0 },
      { region: 'Twente', applications: 0, interest: 1 },
    ]);
    expect(demandOn('2025-10-21')).toMatchObject([
      { region: 'Drenthe', applications: 2, interest: 0, placed: 1, withdrawn: 0 },
      { region: 'Twente', applications: 0, interest: 0, withdrawn: 1, open: [] },
    ]);
    expect(demandOn('2025-10-21')[0]?.open).toMatchObject([
      { organisation: { name: 'Emmen' }, strength: 'application', since: '2025-10-02', by: ['demand'] },
      { organisation: { name: 'Hoogeveen' }, strength: 'application', since: '2025-10-03' },
    ]);
  });

  test('stands beside the places of the networks of the region', () => {
    const [drenthe] = demandOn('2025-10-05', opened('Noord', 'Drenthe', 2));
    expect(drenthe?.networks).toEqual([
      { network: idOf('Noord'), name: 'Noord', places: 1, waiting: 1, minimum: 2, target: 3, maximum: 3, free: 2 },
    ]);
    expect(demandOn('2025-10-05', opened('Zuid', 'Limburg', 2)).map(({ region }) => region)).toEqual([
      'Drenthe',
      'Twente',
      'Limburg',
    ]);
  });

  test('is enough for a next network from as many applications as the networks begin with', () => {
    const enough = (day: string, ...networks: readonly NetworkRow[]) => {
      const [drenthe] = demandOn(day, ...networks);
      return [drenthe?.proposal, drenthe?.sizes];
    };
    const ofRegion = { minimum: 3, target: 3, from: 'region' };
    expect(enough('2025-10-10', opened('Noord', 'Drenthe', 3))).toEqual([true, ofRegion]);
    expect(enough('2025-10-09', opened('Noord', 'Drenthe', 3))).toEqual([false, ofRegion]);
    const ofProgramme = { minimum: 4, target: 4, from: 'programme' };
    expect(enough('2025-10-10', opened('Zuid', 'Limburg', 4))).toEqual([false, ofProgramme]);
    expect(enough('2025-10-10')).toEqual([false, { minimum: 8, target: 10, from: 'usual' }]);
  });

  test('is judged by what was proposed for the region, before what its networks were opened with', () => {
    const asked = [
      ...events.slice(0, 5),
      shown('2025-10-05', 'Meppel', 'application', 'Salland'),
      proposed('2025-10-11', 'Drenthe', 2, 4),
      proposed('2025-10-11', 'Salland', 2, 4),
    ];
    const [drenthe, salland] = demandAt('2025-10-11', [opened('Noord', 'Drenthe', 8)], [], asked).regions;
    const sizes = { minimum: 2, target: 4, from: 'proposal' };
    expect(drenthe).toMatchObject({ region: 'Drenthe', applications: 3, proposal: true, enough: 'minimum', sizes });
    expect(salland).toMatchObject({ region: 'Salland', applications: 1, proposal: false, enough: 'none', sizes });
    expect(drenthe?.reason).toEqual({
      nl: 'Er staan 3 aanmeldingen open; dat is genoeg voor het minimum van 2, nog niet voor het streefaantal van 4, zoals voorgesteld voor deze regio.',
      en: '3 applications are open; that is enough for the minimum of 2, not yet for the target of 4, as was proposed for this region.',
    });
  });

  test('is judged by the last proposal that was not declined', () => {
    const asked = [
      ...events.slice(0, 5),
      proposed('2025-10-11', 'Drenthe', 2, 3, 'first'),
      told('2025-10-12', 'opening-proposal.accepted.v1', 'proposal first', { byRole: 'lead' }),
      proposed('2025-10-13', 'Drenthe', 1, 1, 'second'),
      told('2025-10-14', 'opening-proposal.declined.v1', 'proposal second', { byRole: 'lead', reason: sealed('.') }),
    ];
    const sizesOn = (day: string) => demandAt(day, [], [], asked).regions[0]?.sizes;
    expect(sizesOn('2025-10-12')).toEqual({ minimum: 2, target: 3, from: 'proposal' });
    expect(sizesOn('2025-10-13')).toEqual({ minimum: 1, target: 1, from: 'proposal' });
    expect(sizesOn('2025-10-14')).toEqual({ minimum: 2, target: 3, from: 'proposal' });
  });

  test('says why', () => {
    expect(demandOn('2025-10-10', opened('Noord', 'Drenthe', 3))[0]?.reason.nl).toBe(
      'Er staan 3 aanmeldingen open; dat is genoeg voor het streefaantal van 3, zoals bij het laatste netwerk in de regio.',
    );
    expect(demandOn('2025-10-01')[0]?.reason).toEqual({
      nl: 'Er staat 1 aanmelding open; dat is te weinig voor een volgend netwerk: daarvoor zijn er 8 nodig (streefaantal 10), zoals gebruikelijk.',
      en: '1 application is open; that is too few for a next network, which needs 8 (target 10), as is usual.',
    });
  });

  test('tells of proposals to the lead as long as nothing was decided', () => {
    const proposedOn = (day: string) => demandOn(day)[0]?.proposed;
    expect(proposedOn('2025-10-10')).toEqual([]);
    expect(proposedOn('2025-10-11')).toEqual([{ item: idOf('proposal'), since: '2025-10-11' }]);
    expect(proposedOn('2025-10-30')).toEqual([]);
  });

  test('counts interest that names no network, in the region that the dossier names, or else without one', () => {
    const rows = [interested('2025-10-01', 'Meppel'), interested('2025-10-02', 'Assen')];
    const { regions, withoutRegion } = demandAt('2025-10-20', [], rows, [proposed('2025-10-11', 'Salland', 2, 4)]);
    expect(regions).toMatchObject([
      {
        region: 'Salland',
        interest: 1,
        applications: 0,
        open: [{ by: ['interest'], item: null, contactRole: 'secretary' }],
      },
    ]);
    expect(withoutRegion).toMatchObject([{ organisation: { name: 'Assen' }, strength: 'interest' }]);
    const withdrawn = interested('2025-10-02', 'Assen', 'trajectory.withdrawn.v1');
    expect(demandAt('2025-11-02', [], [withdrawn], []).withoutRegion).toEqual([]);
  });

  test('counts who waits for a place, and an organisation that asks in more ways once', () => {
    const waits = { ...interested('2025-08-01', 'Assen'), network: idOf('Noord'), trajectory: idOf('trajectory of b') };
    const told = [shown('2025-10-01', 'Assen', 'interest'), shown('2025-10-02', 'Emmen', 'interest')];
    const [drenthe] = demandAt('2025-10-05', [opened('Noord', 'Drenthe', 2)], [waits], told).regions;
    expect(drenthe).toMatchObject({ applications: 1, interest: 1 });
    expect(drenthe?.open).toMatchObject([
      { organisation: { name: 'Assen' }, strength: 'application', since: '2025-09-03', by: ['demand', 'waiting-list'] },
      { organisation: { name: 'Emmen' }, strength: 'interest', by: ['demand'] },
    ]);
  });
});
