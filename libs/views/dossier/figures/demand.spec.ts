import { describe, expect, test } from '@jest/globals';
import { aroundOn, dossierOf, told } from '../../../../test/support/dossier.ts';
import { idOf, sealed } from '../../../../test/support/events.ts';
import { on, programme, rowOf } from '../../../../test/support/rows.ts';
import type { NetworkRow } from '../../network/row.ts';
import { networkView } from '../../network/view.ts';
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
  const sizes = { minimum, target: 3, maximum: 3 };
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

function demandOn(day: string, ...networks: readonly NetworkRow[]) {
  const rows = dossierOf(...events);
  const input = { demand: itemsOn('demand', rows, day), proposals: itemsOn('opening-proposal', rows, day), networks };
  return demandOf(input, aroundOn(day, names));
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
      { organisation: { name: 'Emmen' }, strength: 'application', since: '2025-10-02' },
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
    const proposed = (day: string, ...networks: readonly NetworkRow[]) => {
      const [drenthe] = demandOn(day, ...networks);
      return [drenthe?.proposal, drenthe?.minimum];
    };
    expect(proposed('2025-10-10', opened('Noord', 'Drenthe', 3))).toEqual([true, { organisations: 3, from: 'region' }]);
    expect(proposed('2025-10-09', opened('Noord', 'Drenthe', 3))).toEqual([
      false,
      { organisations: 3, from: 'region' },
    ]);
    expect(proposed('2025-10-10', opened('Zuid', 'Limburg', 4))).toEqual([
      false,
      { organisations: 4, from: 'programme' },
    ]);
    expect(proposed('2025-10-10')).toEqual([false, { organisations: 8, from: 'usual' }]);
  });

  test('says why', () => {
    expect(demandOn('2025-10-10', opened('Noord', 'Drenthe', 3))[0]?.reason.nl).toBe(
      'Er staan 3 aanmeldingen open; voor een volgend netwerk zijn er 3 nodig, zoals bij het laatste netwerk in de regio.',
    );
    expect(demandOn('2025-10-01')[0]?.reason).toEqual({
      nl: 'Er staat 1 aanmelding open; voor een volgend netwerk zijn er 8 nodig, zoals gebruikelijk.',
      en: '1 application is open; a next network needs 8, as is usual.',
    });
  });

  test('tells of proposals to the lead as long as nothing was decided', () => {
    const proposedOn = (day: string) => demandOn(day)[0]?.proposed;
    expect(proposedOn('2025-10-10')).toEqual([]);
    expect(proposedOn('2025-10-11')).toEqual([{ item: idOf('proposal'), since: '2025-10-11' }]);
    expect(proposedOn('2025-10-30')).toEqual([]);
  });
});
