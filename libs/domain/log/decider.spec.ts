import { describe, expect, it } from '@jest/globals';
import { at, text } from '../testing/fixtures.ts';
import { idNumber, Story } from '../testing/story.ts';
import { type DestroyKey, logAggregate } from './decider.ts';
import type { LogEvent } from './events.ts';

const key = idNumber(5);
const destroy: DestroyKey = { type: 'destroy-key', ...at('2026-01-10'), key, reason: text('Op verzoek vergeten.') };
const started: LogEvent = { type: 'log.started.v1', data: { contract: 1, purpose: 'production' } };

function story(isKnown: boolean) {
  const told = new Story(logAggregate, { isKnown });
  told.record([{ ...started, subjects: [] }], '2026-01-01T08:00:00.000Z');
  return told;
}

describe('destroying the key of a protected text', () => {
  it('is recorded, with the log as its subject', () => {
    const told = story(true);
    expect(told.when(destroy)).toEqual({ recorded: ['key-destroyed'], warned: [] });
    expect(told.history.at(-1)?.subjects).toEqual([`log:${told.history[0]?.id}`]);
    expect(told.state.destroyed.has(key)).toBe(true);
  });

  it('a second time records nothing, and is no mistake', () => {
    expect(story(true).given(destroy).when(destroy)).toEqual({ recorded: [], warned: [] });
  });

  it('is refused for a key that is not there, and before there is a log', () => {
    expect(story(false).when(destroy)).toEqual({ refused: 'key-unknown' });
    expect(story(false).decide(destroy)).toMatchObject({
      refusal: { data: { key }, fields: ['key'], nl: 'Deze sleutel bestaat niet.', en: 'This key does not exist.' },
    });
    expect(new Story(logAggregate, { isKnown: true }).when(destroy)).toEqual({ refused: 'key-unknown' });
  });
});
