import { describe, expect, test } from '@jest/globals';
import { aroundOn, dossierOf, told } from '../../../../test/support/dossier.ts';
import { idOf, sealed } from '../../../../test/support/events.ts';
import { itemsOn } from './items-on.ts';
import { knowledgeOf } from './knowledge.ts';

const [assen, emmen, idea] = ['Assen', 'Emmen', 'idea'].map(idOf);
const made = (day: string, name: string, more: object = {}) =>
  told(day, 'knowledge-product.made.v1', name, { title: name, form: 'film', evidence: { reference: 'K-1' }, ...more });
const spread = (day: string, name: string, where: string, people?: number) =>
  told(day, 'knowledge-product.spread.v1', name, { where, ...(people !== undefined && { people }) });
const planned = (name: string, date: string) =>
  told('2025-10-01', 'site-visit.planned.v1', name, { organisation: assen, title: name, date });

const events = [
  made('2025-10-02', 'Gids'),
  made('2025-10-01', 'Film', { items: [idea] }),
  told('2025-10-10', 'knowledge-product.published.v1', 'Film', { where: 'Website', level: 'public' }),
  spread('2025-10-11', 'Film', 'Congres', 120),
  spread('2025-10-12', 'Film', 'Nieuwsbrief'),
  spread('2025-10-13', 'Gids', 'Netwerk', 15),
  told('2025-11-01', 'knowledge-product.withdrawn.v1', 'Gids', { reason: sealed('.') }),
  planned('Naar Assen', '2025-11-05'),
  planned('Nog eens', '2025-11-20'),
  planned('Niet meer', '2025-11-10'),
  told('2025-11-05', 'site-visit.held.v1', 'Naar Assen', {
    guests: [
      { organisation: emmen, people: 4 },
      { organisation: assen, people: 1 },
    ],
  }),
  told('2025-11-06', 'site-visit.cancelled.v1', 'Niet meer', { reason: sealed('.') }),
];

function knowledgeOn(day: string) {
  const rows = dossierOf(...events);
  const visits = itemsOn('site-visit', rows, day);
  return knowledgeOf(itemsOn('knowledge-product', rows, day), visits, aroundOn(day, ['Assen', 'Emmen']));
}

describe('knowledge', () => {
  test('is what was made, where it went and to how many', () => {
    expect(knowledgeOn('2025-10-31')).toMatchObject({
      made: 2,
      published: 1,
      withdrawn: 0,
      spreadings: 3,
      people: 135,
    });
    expect(knowledgeOn('2025-10-31').products).toMatchObject([
      {
        title: 'Film',
        form: 'film',
        state: 'published',
        published: [{ where: 'Website', level: 'public' }],
        spread: [
          { where: 'Congres', people: 120 },
          { where: 'Nieuwsbrief', people: null },
        ],
        people: 120,
        from: [idea],
      },
      { title: 'Gids', state: 'made', people: 15, from: [] },
    ]);
    expect(knowledgeOn('2025-11-01')).toMatchObject({ made: 2, published: 1, withdrawn: 1, people: 135 });
  });

  test('is also what was visited, by whom', () => {
    expect(knowledgeOn('2025-11-04')).toMatchObject({ visitsPlanned: 3, visitsHeld: 0, guests: 0 });
    expect(knowledgeOn('2025-11-06')).toMatchObject({ visitsPlanned: 1, visitsHeld: 1, visitsCancelled: 1, guests: 5 });
    expect(knowledgeOn('2025-11-06').visits.map(({ title, state }) => [title, state])).toEqual([
      ['Naar Assen', 'held'],
      ['Niet meer', 'cancelled'],
      ['Nog eens', 'planned'],
    ]);
    expect(knowledgeOn('2025-11-06').visits[0]).toMatchObject({
      host: { name: 'Assen' },
      guests: [{ organisation: { name: 'Emmen' }, people: 4 }, { people: 1 }],
      people: 5,
    });
  });
});
