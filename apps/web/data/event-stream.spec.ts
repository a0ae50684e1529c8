import { describe, expect, it } from '@jest/globals';
import { StreamReader } from './event-stream.ts';

describe('reading a stream of events', () => {
  const text = 'id: 1\nevent: change\ndata: {"ordinal":1}\n\n: alive\nid: 2\n\nevent: end\ndata: {}\n\n';
  const messages = [
    { id: '1', event: 'change', data: '{"ordinal":1}' },
    { id: '2', event: 'message', data: '' },
    { event: 'end', data: '{}' },
  ];

  it('given pieces cut anywhere, then the messages are the same', () => {
    for (let cut = 0; cut <= text.length; cut += 1) {
      const reader = new StreamReader();
      expect([...reader.read(text.slice(0, cut)), ...reader.read(text.slice(cut))]).toEqual(messages);
    }
  });

  it('given a message that is not whole yet, then it waits for the rest', () => {
    expect(new StreamReader().read('event: change\ndata: {}')).toEqual([]);
  });
});
