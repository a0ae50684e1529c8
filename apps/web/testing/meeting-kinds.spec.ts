import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { meetingKind } from '#domain/meeting/events';
import { meetingKinds } from '../pages/meetings/kinds.ts';

test('a meeting of every kind that the trade knows can be planned on the page, and has a name in both languages', () => {
  expect(meetingKinds).toEqual(meetingKind.options);
  for (const language of ['nl', 'en']) {
    const messages = JSON.parse(readFileSync(new URL(`../messages/${language}.json`, import.meta.url), 'utf8'));
    const named = meetingKind.options.map((kind) => messages[`meetingKind.${kind}`]);
    expect(named).toEqual(meetingKind.options.map(() => expect.any(String)));
  }
});
