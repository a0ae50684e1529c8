import { describe, expect, test } from '@jest/globals';
import type { LinesPage } from '#audit/between/changes';
import type { Figures } from '#audit/between/figures';
import type { FiguresPage } from '#audit/between/figures-between';
import { between, endOf } from './expected.ts';
import { type Municipality, municipalities } from './municipalities.ts';
import type { Ask } from './reading.ts';

/** What the cases need of the running example. */
export interface Recorded {
  readonly ask: Ask;
  readonly programme: string;
}

const period = `from=${endOf[between.from]}&until=${endOf[between.until]}`;

/** What changed between two moments of the fictitious year, against what was counted by hand. */
export function betweenCases(recorded: () => Recorded): void {
  const changes = async (query = ''): Promise<LinesPage> => {
    const { ask, programme } = recorded();
    const path = `/comparisons?${period}&programme=${programme}&limit=100${query}`;
    return (await ask<{ data: LinesPage }>(path)).data;
  };
  const figures = async (query = ''): Promise<FiguresPage> => {
    const { ask, programme } = recorded();
    const days = `validFrom=${between.from}&validUntil=${between.until}`;
    return (await ask<{ data: FiguresPage }>(`/programmes/${programme}/figures-between?${period}&${days}${query}`))
      .data;
  };

  describe('between the end of January and half of April', () => {
    test('every event is listed once, and counted by what it did and why it is there', async () => {
      const { items, total, counts } = await changes();
      expect([items.length, total]).toEqual([between.total, between.total]);
      expect(counts).toEqual({ kinds: between.kinds, causes: between.causes });
      expect(new Set(items.map(({ eventId }) => eventId)).size).toBe(between.total);
    });

    test('what was recorded late is told apart from what happened then', async () => {
      const { items } = await changes('&cause=recorded-late');
      const told = items.map(({ about, occurredOn, recordedAt }) => [about.name, occurredOn?.value, recordedAt]);
      expect(told).toEqual(between.late.map(([who, ...rest]) => [municipalities[who].name, ...rest]));
      expect(items[0]?.causeWords).toBe(
        'Gebeurd vóór deze periode (27 november 2025); op 31 januari 2026 wisten we het nog niet, vastgelegd op 5 februari 2026.',
      );
      expect(items[0]?.differences.map(({ words }) => words)).toContain('Commitment, raad, stap: gevraagd → gegeven');
    });

    test('a correction and a retraction say what they changed, by whom and why', async () => {
      const [attendance] = (await changes('&change=corrected')).items;
      expect(attendance?.differences.map(({ words }) => words)).toEqual(['Aanwezigheid, Emmen: afwezig → afgemeld']);
      const [retraction] = (await changes('&change=retracted')).items;
      expect(retraction).toMatchObject({
        about: { name: 'Oldambt' },
        role: 'lead',
        channel: { kind: 'api' },
        reason: 'Het raadsbesluit is van Eemsdelta; de raad van Oldambt heeft nog niet bevestigd.',
      });
      expect(retraction?.differences.map(({ words }) => words)).toContain(
        'Commitment, raad, stap: bevestigd → gegeven',
      );
    });

    test('one municipality and one province have their share', async () => {
      expect((await changes(`&organisation=${municipalities.emmen.cbs}`)).total).toBe(between.ofEmmen);
      expect((await changes('&province=Drenthe')).total).toBe(between.ofDrenthe);
      expect((await changes('&province=22')).total).toBe(between.ofDrenthe);
    });

    test('the figures differ because more is known, or because the world changed', async () => {
      const { items, totals } = await figures('&limit=100');
      const found = items.map(({ organisation, before, inHindsight, after }) => [
        organisation.name,
        [before, inHindsight, after].map(short),
      ]);
      const expected = Object.entries(between.figures).map(([who, three]) => [nameOf(who), three]);
      expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
      expect({
        before: totals.before.milestonesReached,
        inHindsight: totals.inHindsight.milestonesReached,
        after: totals.after.milestonesReached,
      }).toEqual(between.milestonesReached);
      expect({
        before: totals.before.status,
        inHindsight: totals.inHindsight.status,
        after: totals.after.status,
      }).toEqual(between.status);
    });

    test('of Emmen alone more is known than was, and it says from what', async () => {
      const { items } = await figures('&differs=learned');
      expect(items.map(({ organisation }) => organisation.name)).toEqual(['Emmen']);
      expect(items[0]?.words.learned).toBe(
        'Over 31 januari 2026 weten we nu meer dan toen: mijlpalen bereikt 3 → 4; status achter → vraagt aandacht.',
      );
      expect(items[0]?.learnedFrom.map(({ cause, words }) => [cause, words])).toContainEqual([
        'recorded-late',
        'Commitment van Emmen (raad): gegeven.',
      ]);
    });
  });
}

const short = ({ reached, status }: Figures) => [reached, status ?? 'none'];

const nameOf = (who: string) => municipalities[who as Municipality].name;
