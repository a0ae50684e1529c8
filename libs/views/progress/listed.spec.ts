import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { itemFactTypes } from '#domain/dossier/kinds/index';
import { idOf, sealed, type Told } from '../../../test/support/events.ts';
import { on, programme, rowOf } from '../../../test/support/rows.ts';
import { listing } from './listed.ts';
import { progressView } from './view.ts';

const [assen, emmen, meppel] = [idOf('Assen'), idOf('Emmen'), idOf('Meppel')];
const about = (...trajectories: string[]) => trajectories.map((id) => `trajectory:${id}`);
const item = idOf('item');
const ofItem = (day: string, type: string, data: object, ...trajectories: string[]) =>
  on(day, { type, data }, `item:${item}`, ...about(...trajectories));

/** The same fact with another list, as a correction tells it: it keeps the subjects that the fact had. */
function corrected(fact: Told, data: object, ...trajectories: string[]): Told {
  const subjects = [...new Set([...fact.subjects, ...about(...trajectories)])];
  const corrects = { event: fact.id, kind: 'correction', reason: sealed('the wrong municipality') };
  return { ...fact, id: idOf(`correction of ${fact.id} ${trajectories}`), data, subjects, corrects } as Told;
}

const applied = (trajectory: string) => {
  const data = { trajectory, programme, organisation: trajectory, contactRole: 'contact' };
  return on('2026-01-10', { type: 'trajectory.applied.v1', data }, ...about(trajectory));
};

/** What is told of the dossier in the row of a trajectory that applied. */
function toldOf(trajectory: string, ...events: Told[]) {
  const { told, dossierDays } = rowOf(progressView, trajectory, [applied(trajectory), ...events]);
  return { types: Object.keys(told), dossierDays };
}

const nothing = { types: [], dossierDays: [] };

describe('a fact that lists trajectories', () => {
  const invitedFor = { item, programme, meeting: idOf('meeting'), date: '2026-04-10', by: 'mail' };
  const sent = ofItem('2026-03-02', 'invitation.sent.v1', { ...invitedFor, trajectories: [assen] }, assen);
  const told = { types: ['invitation.sent.v1'], dossierDays: ['2026-03-02'] };

  test('is told of those that it lists after a correction, and of the others no more', () => {
    const toEmmen = corrected(sent, { ...invitedFor, trajectories: [emmen] }, emmen);
    expect([toldOf(assen, sent), toldOf(emmen, sent)]).toEqual([told, nothing]);
    expect([toldOf(assen, sent, toEmmen), toldOf(emmen, sent, toEmmen)]).toEqual([nothing, told]);
    const back = corrected(toEmmen, { ...invitedFor, trajectories: [assen] }, assen, emmen);
    const again = { ...back, corrects: toEmmen.corrects } as Told;
    expect([toldOf(assen, sent, toEmmen, again), toldOf(emmen, sent, toEmmen, again)]).toEqual([told, nothing]);
  });

  test('is told of none of them when a correction left the list out', () => {
    expect(toldOf(assen, sent, corrected(sent, invitedFor))).toEqual(nothing);
  });

  test.each([
    [
      'external-event.noted.v1',
      'external-event.put-in-question.v1',
      (trajectory: string) => ({ what: sealed('.'), trajectories: [trajectory] }),
    ],
    [
      'follow-up.proposed.v1',
      'follow-up.voted.v1',
      (trajectory: string) => ({ votes: [{ organisation: trajectory, trajectory, vote: 'against' }] }),
    ],
  ])('is told of the trajectory that %s named, whatever it lists', (beginning, type, listed) => {
    const begun = ofItem('2026-02-01', beginning, { item, programme, trajectory: meppel, title: '.' }, meppel);
    const fact = ofItem('2026-03-02', type, listed(assen), meppel, assen);
    const toEmmen = corrected(fact, listed(emmen), emmen);
    const both = { types: [beginning, type], dossierDays: ['2026-02-01', '2026-03-02'] };
    expect(toldOf(assen, begun, fact).types).toEqual([type]);
    expect(toldOf(assen, begun, fact, toEmmen)).toEqual(nothing);
    expect(toldOf(emmen, begun, fact, toEmmen).types).toEqual([type]);
    expect(toldOf(meppel, begun, fact, toEmmen)).toEqual(both);
  });

  test('is known to be one', () => {
    const lists = [...itemFactTypes].filter(([, { data }]) => listsTrajectories(z.toJSONSchema(data)));
    expect(lists.map(([type]) => type).sort()).toEqual([...listing].sort());
  });
});

function listsTrajectories({ properties = {} }: z.core.JSONSchema.JSONSchema): boolean {
  return 'trajectories' in properties || Object.values(properties).some(isListOfSome);
}

function isListOfSome(schema: z.core.JSONSchema._JSONSchema): boolean {
  if (typeof schema === 'boolean' || typeof schema.items !== 'object' || Array.isArray(schema.items)) return false;
  return 'trajectory' in (schema.items.properties ?? {});
}
