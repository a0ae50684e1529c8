import { describe, expect, it } from '@jest/globals';
import { at } from '../testing/fixtures.ts';
import { idNumber, Story } from '../testing/story.ts';
import type { RegisterCommand } from './commands.ts';
import { register } from './decider.ts';
import type { Organisation } from './events.ts';

const assen: Organisation = { id: idNumber(1), kind: 'municipality', name: 'Assen', cbs: '0106', successors: [] };
const association: Organisation = { id: idNumber(5), kind: 'association', name: 'Vereniging Noord', successors: [] };
const supplier: Organisation = { id: idNumber(6), kind: 'supplier', name: 'Bureau Veen', successors: [] };

const release = (on: string): RegisterCommand => ({
  type: 'release-register',
  ...at('2025-05-01'),
  release: on,
  source: 'test',
  organisations: [assen],
});
const add = (organisation: Organisation): RegisterCommand => ({
  type: 'add-organisation',
  ...at('2025-05-02'),
  ...organisation,
});
const change = (organisation: Organisation): RegisterCommand => ({
  type: 'change-organisation',
  ...at('2025-05-03'),
  ...organisation,
});
const story = () => new Story(register, undefined).given(release('2025-01-01'));

describe('an organisation that the source does not list', () => {
  it('is added, and stays when a next release comes', () => {
    const told = story();
    expect(told.when(add(association))).toEqual({ recorded: ['organisation-added'], warned: [] });
    expect(told.history.at(-1)?.subjects).toEqual(['register:added', `organisation:${association.id}`]);
    expect(told.when(release('2025-06-01'))).toEqual({ recorded: ['released'], warned: [] });
    expect(told.when(release('2025-06-01'))).toEqual({ refused: 'nothing-changed' });
    expect([...told.state.organisations.keys()]).toEqual([assen.id, association.id]);
  });

  it('gets another name, a last day and who came after it', () => {
    const told = story().given(add(association), add(supplier));
    const ended: Organisation = { ...association, validUntil: '2025-12-31', successors: [supplier.id] };
    expect(told.when(change(ended))).toEqual({ recorded: ['organisation-changed'], warned: [] });
    expect(told.when(change(ended))).toEqual({ refused: 'nothing-changed' });
    expect(told.state.organisations.get(association.id)).toEqual(ended);
    const next: Organisation = { ...association, id: idNumber(7), validFrom: '2026-01-01' };
    expect(told.when(add(next))).toEqual({ recorded: ['organisation-added'], warned: [] });
  });

  it('may carry the name of another kind of organisation', () => {
    const told = story().given(add(association));
    const other: Organisation = { ...supplier, name: association.name };
    expect(told.when(add(other))).toEqual({ recorded: ['organisation-added'], warned: [] });
  });

  it.each<[string, RegisterCommand]>([
    ['organisation-known', add(association)],
    ['organisation-known', add({ ...supplier, kind: 'association', name: 'vereniging noord' })],
    ['ends-before-it-begins', add({ ...supplier, validFrom: '2025-02-01', validUntil: '2025-01-31' })],
    ['successor-unknown', add({ ...supplier, successors: [idNumber(9)] })],
    ['successor-unknown', add({ ...supplier, successors: [supplier.id] })],
    ['code-not-unique', add({ ...supplier, cbs: '0106' })],
    ['organisation-unknown', change(supplier)],
    ['organisation-of-the-source', change({ ...assen, name: 'Assen aan de Aa' })],
  ])('is refused: %s', (code, command) => {
    expect(story().given(add(association)).when(command)).toEqual({ refused: code });
  });

  it('is told which successor it names that is not known, and where', () => {
    const decision = story().decide(add({ ...supplier, successors: [idNumber(9)] }));
    expect(decision).toMatchObject({
      refusal: {
        nl: 'Een opvolger van Bureau Veen is niet bekend. Neem de opvolger eerst op, of laat die weg.',
        fields: ['successors'],
      },
    });
  });

  it('may begin on the last day of none and end on the day it began', () => {
    const told = story().given(add({ ...association, validUntil: '2025-01-31' }));
    const once: Organisation = { ...association, id: idNumber(8), validFrom: '2025-02-01', validUntil: '2025-02-01' };
    expect(told.when(add({ ...once, validFrom: '2025-01-31' }))).toEqual({ refused: 'organisation-known' });
    expect(told.when(add(once))).toEqual({ recorded: ['organisation-added'], warned: [] });
  });
});
