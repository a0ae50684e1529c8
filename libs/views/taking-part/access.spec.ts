import { describe, expect, test } from '@jest/globals';
import { dossierOf, told } from '../../../test/support/dossier.ts';
import { idOf, sealed, type Told } from '../../../test/support/events.ts';
import { givenAccess, shownForm } from './access.ts';

const trajectory = idOf('deelname Assen');
const granted = told('2025-10-01', 'participation-access.granted.v1', 'access', {
  ...{ trajectory, role: 'policy-officer', until: '2025-12-31' },
});
const sent = told('2025-10-02', 'participation-access.link-sent.v1', 'access', { by: 'mail' });
const revoked = told('2025-11-01', 'participation-access.revoked.v1', 'access', { reason: sealed('.') });

const accessOn = (day: string, ...events: readonly Told[]) =>
  dossierOf(...events).flatMap((row) => givenAccess(row, day) ?? []);

describe('access that was given', () => {
  test('is open until its last day, and expired after it', () => {
    const access = { access: idOf('access'), trajectory, role: 'policy-officer', until: '2025-12-31' };
    expect(accessOn('2025-09-30', granted)).toEqual([]);
    expect(accessOn('2025-10-01', granted, sent)).toEqual([
      { ...access, grantedOn: '2025-10-01', state: 'open', revokedOn: null, sentOn: [] },
    ]);
    expect(accessOn('2025-12-31', granted, sent)).toMatchObject([{ state: 'open', sentOn: ['2025-10-02'] }]);
    expect(accessOn('2026-01-01', granted, sent)).toMatchObject([{ state: 'expired' }]);
  });

  test('is revoked from the day on which that was told', () => {
    expect(accessOn('2025-10-31', granted, revoked)).toMatchObject([{ state: 'open', revokedOn: null }]);
    expect(accessOn('2026-02-01', granted, revoked)).toMatchObject([{ state: 'revoked', revokedOn: '2025-11-01' }]);
  });
});

describe('the form that is shown', () => {
  const opened = (on: string, name: string, more: object = {}) => told(on, 'application-form.opened.v1', name, more);
  const closed = (on: string, name: string) => told(on, 'application-form.closed.v1', name);
  const shownOn = (day: string, ...events: readonly Told[]) => shownForm(dossierOf(...events), day)?.form;

  test('is the one that was opened last of those that take applications', () => {
    const forms = [opened('2025-10-01', 'first'), opened('2025-10-10', 'second', { until: '2025-10-20' })];
    expect(shownOn('2025-09-30', ...forms)).toBeUndefined();
    expect(shownOn('2025-10-05', ...forms)).toBe(idOf('first'));
    expect(shownOn('2025-10-20', ...forms)).toBe(idOf('second'));
    expect(shownOn('2025-10-21', ...forms)).toBe(idOf('first'));
    expect(shownOn('2025-10-21', ...forms, closed('2025-10-15', 'first'))).toBeUndefined();
  });

  test('is the one that was recorded last of those that were opened on one day', () => {
    const [one, other] = [opened('2025-10-01', 'first'), opened('2025-10-01', 'second')];
    expect(shownOn('2025-10-05', one, other)).toBe(idOf('second'));
    expect(shownOn('2025-10-05', other, one)).toBe(idOf('first'));
  });

  test('is none of access or of anything else', () => {
    expect(shownOn('2025-10-05', granted)).toBeUndefined();
    expect(accessOn('2025-10-05', opened('2025-10-01', 'first'))).toEqual([]);
  });
});
