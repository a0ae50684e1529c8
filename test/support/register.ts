import type { Organisation } from '#domain/register/events';
import { idOf, type Told } from './events.ts';

/** A release of the organisation register with these municipalities. */
export function registerOf(
  municipalities: readonly (Pick<Organisation, 'id' | 'name'> & Partial<Organisation>)[],
): Told {
  const organisations = municipalities.map((one) => ({ kind: 'municipality' as const, successors: [], ...one }));
  return {
    id: idOf('register released'),
    stream: 'register',
    at: '2025-01-01T09:00:00.000Z',
    subjects: ['register:organisations'],
    type: 'register.released.v1',
    data: { release: '2025-01-01', source: 'test', organisations },
  };
}
