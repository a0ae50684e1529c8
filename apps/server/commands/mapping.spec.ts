import { describe, expect, it } from '@jest/globals';
import { Problem } from '../http/problem.ts';
import { correctedData } from './mapping.ts';

const sealed = { $sealed: { key: '0197aaaa-0000-7000-8000-000000000001', iv: 'x', data: 'y', tag: 'z' } };

function faultsOf(data: Record<string, unknown>): string[] {
  try {
    correctedData(data);
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 400) throw error;
    return (error.details.errors ?? []).map(({ field, code }) => `${field} ${code}`);
  }
  return [];
}

describe('what somebody sends as the fact as it should have been', () => {
  it('given plain strings, then free text is protected and nothing else changes', () => {
    const data = {
      what: 'Twee casussen',
      due: '2026-01-20',
      reservation: { reason: 'Nog geen geld', roles: ['lead'] },
    };
    expect(correctedData(data)).toEqual({
      what: { $text: 'Twee casussen' },
      due: '2026-01-20',
      reservation: { reason: { $text: 'Nog geen geld' }, roles: ['lead'] },
    });
  });

  it('given ids in capitals, then they are the same ids; what proves a fact stays as it is written', () => {
    const id = '0197AAAA-0000-7000-8000-00000000000A';
    expect(correctedData({ meeting: id, items: [id], evidence: { reference: id } })).toEqual({
      meeting: id.toLowerCase(),
      items: [id.toLowerCase()],
      evidence: { reference: id },
    });
  });

  it('given what somebody is reminded of in capitals, then it is the same pledge', () => {
    const id = '0197AAAA-0000-7000-8000-00000000000A';
    expect(correctedData({ about: `pledge:${id}`, title: `pledge:${id}` })).toEqual({
      about: `pledge:${id.toLowerCase()}`,
      title: `pledge:${id}`,
    });
  });

  it('given things in a list, then their ids are the same ids too, and their text is protected', () => {
    const id = '0197AAAA-0000-7000-8000-00000000000A';
    const entries = [
      { trajectory: id, present: 2 },
      { trajectory: id.toLowerCase(), reason: 'Ziek' },
    ];
    const guests = [{ organisation: id, people: 3, elsewhere: [{ organisation: id, evidence: { reference: id } }] }];
    const small = id.toLowerCase();
    expect(correctedData({ entries, guests, scores: [1, null, [id]] })).toEqual({
      entries: [
        { trajectory: small, present: 2 },
        { trajectory: small, reason: { $text: 'Ziek' } },
      ],
      guests: [{ organisation: small, people: 3, elsewhere: [{ organisation: small, evidence: { reference: id } }] }],
      scores: [1, null, [small]],
    });
  });

  it('given text that was sealed or protected elsewhere, then it is refused, wherever it stands', () => {
    expect(faultsOf({ what: sealed, due: '2026-01-20' })).toEqual(['data.what not-text']);
    const deeper = { reservation: { reason: { $text: 'Nog niet' } }, needs: [{ key: 'asking', why: sealed }] };
    expect(faultsOf(deeper)).toEqual(['data.reservation.reason not-text', 'data.needs.0.why not-text']);
  });

  it('given text that cannot be kept, then each field says why', () => {
    const data = { what: ' ', reason: 'Frysl\uFFFDn', result: 'a'.repeat(10_001), text: 'a\0b', title: ' ' };
    expect(faultsOf(data)).toEqual([
      'data.what empty-text',
      'data.reason lost-letters',
      'data.result too-long',
      'data.text unreadable-text',
    ]);
  });
});
