import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SignJWT } from 'jose';
import { BrokenSigningKey, openSigningKey, replaceSigningKey, signingKeyFile } from './signing-key.ts';
import { TokenAuthority } from './token-authority.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samenspel-identity-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the signing key of a data folder', () => {
  it('given processes that start together, when each opens the key, then all have the same one and nothing else is left', async () => {
    const keys = await Promise.all(Array.from({ length: 8 }, () => openSigningKey(folder)));
    expect(new Set(keys.map((k) => k.id)).size).toBe(1);
    expect(await readdir(dirname(signingKeyFile(folder)))).toEqual(['signing-key.json']);
  });

  it('is readable by its owner only', async () => {
    await openSigningKey(folder);
    expect((await stat(signingKeyFile(folder))).mode & 0o777).toBe(0o600);
  });

  it('given a damaged file, when it is opened, then it is refused and left as it is', async () => {
    await openSigningKey(folder);
    await writeFile(signingKeyFile(folder), 'not a key');
    await expect(openSigningKey(folder)).rejects.toBeInstanceOf(BrokenSigningKey);
  });
});

describe('a token', () => {
  it('when it is issued for a lead, then it says who the bearer is', async () => {
    const authority = await TokenAuthority.open(folder);
    const principal = await authority.verify(await authority.issue('lead'));
    expect(principal).toEqual({ actor: expect.any(String), role: 'lead', grant: expect.any(String) });
  });

  it('after a restart the same role is the same actor, under another grant', async () => {
    const [first, second] = [await TokenAuthority.open(folder), await TokenAuthority.open(folder)];
    const a = await first.verify(await first.issue('lead'));
    const b = await first.verify(await second.issue('lead'));
    expect(b.actor).toBe(a.actor);
    expect(b.grant).not.toBe(a.grant);
  });

  it('when it has expired, then that is what is said', async () => {
    const key = await openSigningKey(folder);
    const token = await new TokenAuthority(key, () => new Date('2025-10-01T00:00:00Z')).issue('lead', { validFor: 60 });
    await expect(new TokenAuthority(key).verify(token)).rejects.toMatchObject({ code: 'token-expired' });
  });

  it('when it is of another data folder, without a signature or broken, then it is refused', async () => {
    const authority = await TokenAuthority.open(folder);
    const stranger = new TokenAuthority({ id: crypto.randomUUID(), secret: new Uint8Array(32) });
    const unsigned = `${btoa('{"alg":"none"}')}.${btoa('{"role":"admin"}')}.`;
    for (const token of [await stranger.issue('admin'), unsigned, 'nonsense', ''])
      await expect(authority.verify(token)).rejects.toMatchObject({ code: 'token-invalid' });
  });

  it('when its role is not one that can sign in, then it is refused', async () => {
    const key = await openSigningKey(folder);
    const token = await new SignJWT({ role: 'system' })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(crypto.randomUUID())
      .setJti(crypto.randomUUID())
      .setIssuer('samenspel')
      .setAudience('samenspel-api')
      .setIssuedAt()
      .setExpirationTime('1h')
      .sign(key.secret);
    await expect(new TokenAuthority(key).verify(token)).rejects.toMatchObject({ code: 'token-invalid' });
  });

  it('given to somebody who takes part, then it says which access and trajectory, and is good for nothing else', async () => {
    const authority = await TokenAuthority.open(folder);
    const link = { access: crypto.randomUUID(), trajectory: crypto.randomUUID() };
    const token = await authority.issueParticipationLink(link, 60);
    expect(await authority.verifyParticipationLink(token)).toEqual(link);
    await expect(authority.verify(token)).rejects.toMatchObject({ code: 'token-invalid' });
    await expect(authority.programmeOfCalendarLink(token)).rejects.toMatchObject({ code: 'token-invalid' });
    for (const other of [await authority.issue('lead'), await authority.issueCalendarLink(link.trajectory)])
      await expect(authority.verifyParticipationLink(other)).rejects.toMatchObject({ code: 'token-invalid' });
  });

  it('given to somebody who takes part, then it ends by its time, and after a year at the latest', async () => {
    const key = await openSigningKey(folder);
    const link = { access: crypto.randomUUID(), trajectory: crypto.randomUUID() };
    const at = (moment: string) => new TokenAuthority(key, () => new Date(moment));
    const short = await at('2025-10-01T00:00:00Z').issueParticipationLink(link, 60);
    const long = await at('2025-10-01T00:00:00Z').issueParticipationLink(link, 10 * 366 * 24 * 60 * 60);
    for (const [token, moment] of [
      [short, '2025-10-01T00:02:00Z'],
      [long, '2026-10-03T00:00:00Z'],
    ] as const)
      await expect(at(moment).verifyParticipationLink(token)).rejects.toMatchObject({ code: 'token-expired' });
    expect(await at('2026-09-30T00:00:00Z').verifyParticipationLink(long)).toEqual(link);
  });
});

describe('a signing key that was replaced', () => {
  const link = { access: crypto.randomUUID(), trajectory: crypto.randomUUID() };
  const programme = crypto.randomUUID();

  /** What was given out before. */
  async function givenOut() {
    const authority = await TokenAuthority.open(folder);
    return {
      token: await authority.issue('lead'),
      participation: await authority.issueParticipationLink(link, 3_600),
      calendar: await authority.issueCalendarLink(programme),
      actor: (await authority.verify(await authority.issue('lead'))).actor,
    };
  }

  it('ends every token of before, and no link, and the try-out token of a role is of the same actor', async () => {
    const { token, participation, calendar, actor } = await givenOut();
    await replaceSigningKey(folder);
    const authority = await TokenAuthority.open(folder);
    await expect(authority.verify(token)).rejects.toMatchObject({ code: 'token-invalid' });
    expect(await authority.verifyParticipationLink(participation)).toEqual(link);
    expect(await authority.programmeOfCalendarLink(calendar)).toBe(programme);
    expect(await authority.verify(await authority.issue('lead'))).toMatchObject({ actor, role: 'lead' });
  });

  it('replaced once more, then links of the first still open, and the actors stay', async () => {
    const { participation, actor } = await givenOut();
    await replaceSigningKey(folder);
    const { calendar } = await givenOut();
    await replaceSigningKey(folder);
    const authority = await TokenAuthority.open(folder);
    expect(await authority.verifyParticipationLink(participation)).toEqual(link);
    expect(await authority.programmeOfCalendarLink(calendar)).toBe(programme);
    expect((await authority.verify(await authority.issue('lead'))).actor).toBe(actor);
  });

  it('because the key itself leaked, then the links end too', async () => {
    const { participation, calendar, actor } = await givenOut();
    await replaceSigningKey(folder, { endLinks: true });
    const authority = await TokenAuthority.open(folder);
    for (const refused of [
      authority.verifyParticipationLink(participation),
      authority.programmeOfCalendarLink(calendar),
    ])
      await expect(refused).rejects.toMatchObject({ code: 'token-invalid' });
    expect((await authority.verify(await authority.issue('lead'))).actor).toBe(actor);
  });

  it('stands in one file for its owner only, and keeps no key longer than a link of it can hold', async () => {
    const first = await openSigningKey(folder);
    await replaceSigningKey(folder, { now: new Date('2025-01-01T00:00:00Z') });
    await replaceSigningKey(folder, { now: new Date('2026-06-01T00:00:00Z') });
    expect(await readdir(dirname(signingKeyFile(folder)))).toEqual(['signing-key.json']);
    expect((await stat(signingKeyFile(folder))).mode & 0o777).toBe(0o600);
    const { former = [] } = await openSigningKey(folder);
    expect(former).toHaveLength(1);
    expect(former.map(({ id }) => id)).not.toContain(first.id);
  });
});
