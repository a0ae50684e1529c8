import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { type Answered, type RunningServer, startServer } from './testing/running-server.ts';

let server: RunningServer;
let programme: string;
let network: string;

const groningen = '0014';
const eemsdelta = '1979';
const appingedam = '0003';

beforeAll(async () => {
  server = await startServer('production');
  const made = await server.post('/v1/programmes', {
    name: 'Noord-Nederland',
    client: '20',
    opensOn: '2025-09-01',
    from: '2025-10-01',
    until: '2026-09-30',
    template: 'regional-network',
  });
  expect(made).toMatchObject({ status: 201 });
  programme = made.body.id;
  const opened = await server.post(`/v1/programmes/${programme}/networks`, {
    name: 'Noord',
    region: 'Groningen, Fryslân en Drenthe',
    minimum: 8,
    target: 10,
    maximum: 12,
  });
  expect(opened).toMatchObject({ status: 201 });
  network = opened.body.id;
}, 60_000);

afterAll(() => server.stop());

const application = (organisation: string, occurredOn = '2025-10-14') => ({
  organisation,
  network,
  contactRole: 'policy-officer',
  motivation: 'Samen leren.',
  occurredOn,
});

async function applied(organisation: string): Promise<{ id: string; position: string }> {
  const { status, body } = await server.post(`/v1/programmes/${programme}/applications`, application(organisation));
  expect([status, body.code]).toEqual([201, undefined]);
  return body;
}

const problemOf = ({ status, body, headers }: Answered) => {
  expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  return [status, body.code];
};

describe('a command', () => {
  it('given an application, when its answer is followed, then the trajectory is in the views', async () => {
    const answer = await server.post(`/v1/programmes/${programme}/applications`, application(groningen));
    expect(answer.status).toBe(201);
    expect(answer.headers.get('etag')).toMatch(/^"\d+"$/);
    expect(answer.headers.get('samenspel-position')).toBe(answer.body.position);
    expect(answer.body.events.map(({ type }: { type: string }) => type)).toEqual(['trajectory.applied.v1']);
    const seen = await server.get(`/v1/trajectories/${answer.body.id}?minPosition=${answer.body.position}`);
    expect(seen.status).toBe(200);
    expect(seen.headers.get('etag')).toBe(answer.headers.get('etag'));
    expect(seen.body.basis).toMatchObject({ fictitious: false, log: expect.any(String), ordinal: expect.any(Number) });
  });

  it('given a code with its organisation or the id, then it is the same trajectory', async () => {
    const found = await server.get('/v1/organisations?cbs=0106');
    const { id: byCode } = await applied('0106');
    const byId = await server.post(`/v1/programmes/${programme}/interests`, {
      organisation: found.body.data.items[0].id,
      contactRole: 'policy-officer',
      occurredOn: '2025-10-14',
    });
    expect(byId.status).toBe(201);
    expect(byId.body.id).toBe(byCode);
  });

  it('when it is sent twice under one key, then the first answer is given again and nothing is recorded', async () => {
    const asked = { headers: { 'Idempotency-Key': 'aanmelding Assen' } };
    const path = `/v1/programmes/${programme}/applications`;
    const first = await server.post(path, application('0109'), asked);
    const second = await server.post(path, application('0109'), asked);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(first.headers.get('samenspel-repeated')).toBeNull();
    expect(second.headers.get('samenspel-repeated')).toBe('true');
    expect(second.body).toEqual(expect.objectContaining({ id: first.body.id, events: first.body.events }));
    expect(second.body.position).toBe(first.body.position);
    const other = await server.post(path, { ...application('0109'), contactRole: 'manager' }, asked);
    expect(problemOf(other)).toEqual([409, 'idempotency-key-reused']);
  });

  it('when one key is sent for two trajectories, then these are two questions, and two requests for support', async () => {
    const asked = { headers: { 'Idempotency-Key': 'vraag van vandaag' } };
    const [a, b] = [await applied('1680'), await applied('1699')];
    const question = { category: 'residents-initiatives', text: 'Hoe dan?', occurredOn: '2025-10-15' };
    const support = { request: 'Een dag meedenken.', occurredOn: '2025-10-15' };
    const ids: string[] = [];
    let position = b.position;
    for (const { id } of [a, b]) {
      const brought = await server.post(`/v1/trajectories/${id}/questions`, question, asked);
      expect([brought.status, brought.body.code]).toEqual([201, undefined]);
      const again = await server.post(`/v1/trajectories/${id}/questions`, question, asked);
      expect([again.body.id, again.headers.get('samenspel-repeated')]).toEqual([brought.body.id, 'true']);
      const other = { headers: { 'Idempotency-Key': 'maatwerk' } };
      const requested = await server.post(`/v1/trajectories/${id}/support-requests`, support, other);
      ids.push(brought.body.id, requested.body.id);
      position = brought.body.position;
    }
    expect(new Set(ids).size).toBe(4);
    const { body } = await server.get(`/v1/questions?minPosition=${position}`);
    const listed = body.data.items.map((item: { question: string }) => item.question);
    expect(listed).toEqual(expect.arrayContaining([ids[0], ids[2]]));
  });

  it('when two actors choose the same key, then these are two commands', async () => {
    const body = { ...application('0119'), occurredOn: '2025-10-15' };
    const [a, b] = ['0118', '0119'];
    for (const code of [a, b]) {
      const asked = { actor: uuidv7(), headers: { 'Idempotency-Key': 'dezelfde sleutel' } };
      const answer = await server.post(
        `/v1/programmes/${programme}/applications`,
        { ...body, organisation: code },
        asked,
      );
      expect([answer.status, answer.headers.get('samenspel-repeated')]).toEqual([201, null]);
    }
  });
});

describe('two leads on one trajectory', () => {
  it('given both saw the same, when both send with If-Match, then one wins and the other is told what happened', async () => {
    const { id: trajectory, position } = await applied('0114');
    const { headers } = await server.get(`/v1/trajectories/${trajectory}?minPosition=${position}`);
    const seen = { 'If-Match': headers.get('etag') ?? '' };
    const step = (date: string) =>
      server.post(
        `/v1/trajectories/${trajectory}/intake-appointments`,
        { occurredOn: '2025-10-20', date, status: 'agreed' },
        { actor: uuidv7(), headers: seen },
      );
    const answers = await Promise.all([step('2025-11-04'), step('2025-11-05')]);
    const [won] = answers.filter(({ status }) => status === 200);
    const [lost] = answers.filter(({ status }) => status === 412);
    expect([won?.status, lost?.status]).toEqual([200, 412]);
    expect(lost?.body).toMatchObject({
      code: 'changed-in-between',
      between: [
        {
          id: won?.body.events[0].id,
          type: 'trajectory.intake-planned.v1',
          recordedAt: expect.any(String),
          actor: expect.any(String),
          role: 'lead',
        },
      ],
    });
    const without = await server.post(`/v1/trajectories/${trajectory}/contact-moments`, {
      occurredOn: '2025-10-21',
      kind: 'phone',
      roles: ['policy-officer'],
      summary: 'Gebeld.',
    });
    expect(without.status).toBe(200);
  });
});

describe('what bad input gets', () => {
  it.each([
    ['an unknown organisation', () => application('9999'), 422, 'organisation-unknown'],
    ['one that did not exist on that date', () => application(appingedam), 422, 'organisation-did-not-exist'],
    ['a date before the programme', () => application(eemsdelta, '2024-01-01'), 422, 'before-the-programme'],
    ['a date that has yet to come', () => application(eemsdelta, '2199-01-01'), 422, 'in-the-future'],
    ['an unknown network', () => ({ ...application(eemsdelta), network: uuidv7() }), 422, 'network-unknown'],
  ])('given %s, then it is refused and nothing is recorded', async (_, body, status, code) => {
    const answer = await server.post(`/v1/programmes/${programme}/applications`, body());
    expect(problemOf(answer)).toEqual([status, code]);
    expect(answer.body.errors?.length).toBeGreaterThan(0);
    const english = await server.post(`/v1/programmes/${programme}/applications`, body(), {
      headers: { 'Accept-Language': 'en' },
    });
    expect(english.body.code).toBe(code);
    expect(english.body.title).not.toBe(answer.body.title);
  });

  it('given an unknown thing in the path, then it is 404 with what it is', async () => {
    const id = uuidv7();
    const fact = { occurredOn: '2025-10-14' };
    expect(problemOf(await server.post(`/v1/trajectories/${id}/starts`, fact))).toEqual([404, 'not-found']);
    const meeting = { ...fact, kind: 'opening', title: 'Start', date: '2025-11-06', status: 'agreed' };
    expect(problemOf(await server.post(`/v1/networks/${id}/meetings`, meeting))).toEqual([404, 'network-unknown']);
    for (const path of [
      `programmes/${id}`,
      `programmes/${id}/meetings`,
      `trajectories/${id}`,
      `stories/trajectory/${id}`,
      'stories/trajectory/%00',
      `comparisons/trajectory/${id}`,
    ])
      expect(problemOf(await server.get(`/v1/${path}`))).toEqual([404, 'not-found']);
  });

  it('given a name that no view can hold, then it is refused and the programme goes on', async () => {
    const meeting = { occurredOn: '2025-10-14', kind: 'opening', date: '2025-11-06', status: 'agreed' };
    for (const title of ['Start\0', 'Start\ud800']) {
      const answer = await server.post(`/v1/networks/${network}/meetings`, { ...meeting, title });
      expect(problemOf(answer)).toEqual([400, 'bad-request']);
      expect(answer.body.errors).toMatchObject([{ field: 'title', code: 'unreadable-text' }]);
    }
    const { body } = await server.post(`/v1/networks/${network}/meetings`, { ...meeting, title: 'Start' });
    expect((await server.get(`/v1/meetings/${body.id}?minPosition=${body.position}`)).status).toBe(200);
  });

  it('given a moment before any calendar, then it is 400', async () => {
    expect(problemOf(await server.get('/v1/programmes?knownAt=0000-01-01T00:00:00Z'))).toEqual([400, 'bad-request']);
  });

  it('given an id in capitals, then it is the same id', async () => {
    const { id: trajectory } = await applied('0093');
    const called = await server.post(`/v1/trajectories/${trajectory.toUpperCase()}/contact-moments`, {
      occurredOn: '2025-10-21',
      kind: 'phone',
      roles: ['policy-officer'],
      summary: 'Gebeld.',
    });
    expect(called.status).toBe(200);
    const rejected = { trajectory: trajectory.toUpperCase(), reason: 'Geen plaats' };
    expect((await server.post(`/v1/networks/${network}/rejections`, rejected)).status).toBe(200);
  });

  it('given a position or a cursor that is none, then it is 400', async () => {
    for (const [query, field] of [
      ['minPosition=12', 'minPosition'],
      ['cursor=abc', 'cursor'],
    ]) {
      const answer = await server.get(`/v1/programmes/${programme}/progress?${query}`);
      expect(problemOf(answer)).toEqual([400, 'bad-request']);
      expect(answer.body.errors[0].field).toBe(field);
    }
  });

  it('given a step that does not exist, then it is told instead of an empty list', async () => {
    for (const query of ['progress?participation=admited', 'commitments?step=promised']) {
      const answer = await server.get(`/v1/programmes/${programme}/${query}`);
      expect(problemOf(answer)).toEqual([400, 'bad-request']);
      expect(answer.body.errors).toMatchObject([{ code: 'not-one-of' }]);
    }
  });

  it('given a simulated clock on a log that is no example, then it is refused', async () => {
    const asked = { headers: { 'Samenspel-Clock': '2025-10-14T09:00:00Z' } };
    const answer = await server.post(`/v1/programmes/${programme}/applications`, application(eemsdelta), asked);
    expect(problemOf(answer)).toEqual([422, 'clock-not-simulated']);
  });
});

describe('an import', () => {
  const heading = 'gemeentecode;netwerk;aangemeld_op;contactrol;categorie;vraag';
  const path = () => `/v1/programmes/${programme}/imports`;

  it('given wrong lines, then all are told at once by line and heading, and nothing is recorded', async () => {
    const lines = [
      heading,
      '9999;Noord;2025-10-14;policy-officer;;',
      '1680;Zuid;2025-10-14;policy-officer;;',
      '1681;Noord;14-10-2025;policy-officer;;',
      '1690;Noord;2025-10-14;policy-officer;;=1+1',
      '1690;Noord;2025-10-14;policy-officer;;',
    ];
    for (const dryRun of ['', '?dryRun=true']) {
      const answer = await server.post(`${path()}${dryRun}`, lines.join('\n'));
      expect(problemOf(answer)).toEqual([422, 'import-refused']);
      const told = answer.body.errors.map(
        ({ line, field, code }: { line: number; field: string; code: string }) => `${line} ${field} ${code}`,
      );
      expect(told).toEqual([
        '2 gemeentecode organisation-unknown',
        '3 netwerk network-unknown',
        '4 aangemeld_op not-a-day',
        '5 vraag formula-cell',
        '5 categorie question-without-category',
        '6 gemeentecode duplicate-line',
      ]);
    }
  });

  it.each([
    ['another separator', heading.replaceAll(';', '|'), 'separator-unknown'],
    ['a column that is missing', 'gemeentecode;netwerk;contactrol\n1680;Noord;contact', 'column-missing'],
    ['no line that can be read', `${heading}\n1680;Noord`, 'cells-missing'],
    ['nothing but its heading', heading, 'file-empty'],
  ])('given a file with %s, then a dry run says the same as the import itself', async (_, file, code) => {
    for (const dryRun of ['', '?dryRun=true']) {
      const answer = await server.post(`${path()}${dryRun}`, file);
      expect(problemOf(answer)).toEqual([422, 'import-refused']);
      expect(answer.body.errors.map((error: { code: string }) => error.code)).toEqual([code]);
    }
  });

  it('given two networks of one name, then a line that names it is refused until it gives the id', async () => {
    const places = { region: 'Drenthe', minimum: 1, target: 2, maximum: 2 };
    for (const name of ['Dubbel', 'dubbel']) {
      const { body } = await server.post(`/v1/programmes/${programme}/networks`, { name, ...places });
      await server.get(`/v1/networks/${body.id}?minPosition=${body.position}`);
    }
    const answer = await server.post(`${path()}?dryRun=true`, `${heading}\n1680;DUBBEL;2025-10-14;contact;;`);
    expect(problemOf(answer)).toEqual([422, 'import-refused']);
    expect(answer.body.errors).toMatchObject([{ line: 2, field: 'netwerk', code: 'network-ambiguous' }]);
  });

  it('given a network that was opened a moment ago, then a line may name it', async () => {
    const places = { region: 'Drenthe', minimum: 1, target: 2, maximum: 2 };
    for (const name of ['Eerste', 'Tweede', 'Derde', 'Vierde']) {
      await server.post(`/v1/programmes/${programme}/networks`, { name, ...places });
      const answer = await server.post(`${path()}?dryRun=true`, `${heading}\n1690;${name};2025-10-14;contact;;`);
      expect([answer.status, answer.body.errors]).toEqual([200, undefined]);
    }
  });

  it('given a right file, then a dry run says so and the import is one event', async () => {
    const file = [heading, '1680;Noord;2025-10-14;policy-officer;;', `1681;${network};2025-10-15;manager;;`].join(
      '\r\n',
    );
    const dry = await server.post(`${path()}?dryRun=true`, `\uFEFF${file}`);
    expect(dry).toMatchObject({ status: 200, body: { dryRun: true, rows: 2, sha256: expect.any(String) } });
    const taken = await server.post(path(), file);
    expect(taken.status).toBe(201);
    expect(taken.body.events.map(({ type }: { type: string }) => type)).toEqual(['import.accepted.v1']);
    const seen = await server.get(`/v1/imports/${taken.body.id}?minPosition=${taken.body.position}`);
    expect(seen.status).toBe(200);
  });
});

describe('what a lead, an auditor and a reporter see', () => {
  it('given a trajectory, then its story has the words, reasons only for who may read them', async () => {
    const { id: trajectory } = await applied('1969');
    const pressed = await server.post(`/v1/trajectories/${trajectory}/contact-moments`, {
      occurredOn: '2025-10-21',
      kind: 'visit',
      roles: ['alderman'],
      summary: 'Een vertrouwelijk gesprek.',
    });
    const story = await server.get(`/v1/stories/trajectory/${trajectory}?minPosition=${pressed.body.position}`, {
      as: 'auditor',
    });
    expect(story.body.data.items).toHaveLength(2);
    expect(JSON.stringify(story.body)).toContain('Een vertrouwelijk gesprek.');
    const narrowed = (query: string) => server.get(`/v1/stories/trajectory/${trajectory}?${query}`, { as: 'auditor' });
    const contacts = await narrowed('type=trajectory.contacted.v1&role=lead&sort=-recorded');
    expect(contacts.body.data).toMatchObject({ total: 1, items: [{ type: 'trajectory.contacted.v1' }] });
    // That nothing was put right is an answer; that there is no such thing is another.
    expect((await narrowed('corrections=true')).body.data).toEqual({ total: 0, items: [] });
    expect((await narrowed('validOn=2025-10-20')).body.data.total).toBe(1);
    expect(problemOf(await narrowed('type=trajectory.forgotten.v1'))).toEqual([400, 'bad-request']);
    const comparison = await server.get(`/v1/comparisons/trajectory/${trajectory}?from=ordinal:0`, { as: 'auditor' });
    expect(comparison.body.data.added).toHaveLength(2);
    const listed = await server.get(`/v1/comparisons?programme=${programme}&subject=trajectory:${trajectory}&limit=1`, {
      as: 'auditor',
    });
    expect(listed.body.data).toMatchObject({
      total: 2,
      counts: { causes: { real: 2 } },
      next: expect.any(String),
      items: [{ channel: { kind: 'api' }, role: 'lead', cause: 'real', differences: expect.any(Array) }],
    });
    const figures = await server.get(`/v1/programmes/${programme}/figures-between`, { as: 'reporter' });
    expect(figures.body.data.totals.before.trajectories).toBe(0);
    expect(figures.body.data.totals.after.trajectories).toBeGreaterThan(0);
    const wrong = await server.get('/v1/comparisons?subject=mayor:1&change=forgotten&from=yesterday&province=');
    expect(problemOf(wrong)).toEqual([400, 'bad-request']);
    expect(wrong.body.errors.map(({ field }: { field: string }) => field).sort()).toEqual([
      'change',
      'from',
      'province',
      'subject',
    ]);
    expect(problemOf(await server.get(`/v1/programmes/${uuidv7()}/figures-between`))).toEqual([404, 'not-found']);
    const reversed = await server.get(`/v1/comparisons/trajectory/${trajectory}?from=ordinal:3&to=ordinal:1`);
    expect(problemOf(reversed)).toEqual([400, 'bad-request']);
  });

  it('given the same ordinal, then the report is the same bytes again, as JSON and as CSV', async () => {
    const path = `/v1/programmes/${programme}/reports/management`;
    const first = await server.get(path, { as: 'reporter' });
    expect(first.status).toBe(200);
    const ordinal = first.headers.get('samenspel-ordinal');
    const again = await server.get(`${path}?ordinal=${ordinal}&on=${first.body.basis.validOn}`, { as: 'reporter' });
    expect(again.body).toEqual(first.body);
    const csv = await server.get(`${path}?format=csv`, { as: 'reporter' });
    const sameCsv = await server.get(csv.headers.get('content-location') ?? '', { as: 'reporter' });
    expect(sameCsv.body).toBe(csv.body);
    expect(csv.headers.get('content-location')).toContain(`?ordinal=${csv.headers.get('samenspel-ordinal')}&on=2`);
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(csv.headers.get('content-disposition')).toContain(`.csv"`);
  });

  it('given lists, then each states what it rests on', async () => {
    for (const path of ['programmes', `programmes/${programme}/progress`, `programmes/${programme}/commitments`]) {
      const { status, body } = await server.get(`/v1/${path}`, { as: 'reporter' });
      expect([path, status]).toEqual([path, 200]);
      expect(body.basis.ordinal).toBeGreaterThan(0);
      expect(body.data.items.length).toBeGreaterThanOrEqual(0);
    }
    const health = await server.get('/v1/health');
    expect(health.body).toMatchObject({ status: 'pass', fictitious: false });
  });
});
