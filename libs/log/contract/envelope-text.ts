import { canonical, quoted } from './canonical.ts';
import type { Envelope } from './envelope.ts';

/**
 * The canonical form of an envelope that was checked, as `canonical` gives it: by hand, because it is written for every
 * event and has twenty fields. What the check leaves no room for a quote in (ids, keys, moments, digests) stands in it as
 * it is.
 */
export function envelopeText(e: Envelope): string {
  return (
    `{"actor":"${e.actor}","causation":"${e.causation}","channel":${channelText(e)},"command":${commandText(e)}` +
    `${optional('corrects', e.corrects)},"correlation":"${e.correlation}","grant":${quoted(e.grant)},"log":"${e.log}"` +
    `${occurredText(e)}${optional('onBehalfOf', e.onBehalfOf)}${optional('programme', e.programme)}` +
    `,"publication":"${e.publication}","recordedAt":"${e.recordedAt}","release":${quoted(e.release)}` +
    `,"retention":"${e.retention}","role":"${e.role}","subjects":[${e.subjects.map(quoted).join(',')}],"v":1` +
    `${optional('warnings', e.warnings)}}`
  );
}

function optional(name: string, value: unknown): string {
  return value === undefined ? '' : `,"${name}":${canonical(value)}`;
}

function channelText({ channel }: Envelope): string {
  return channel.kind === 'api' ? '{"kind":"api"}' : canonical(channel);
}

function commandText({ command }: Envelope): string {
  return `{"digest":"${command.digest}","id":"${command.id}","type":"${command.type}"}`;
}

function occurredText({ occurredOn }: Envelope): string {
  if (occurredOn === undefined) return '';
  return `,"occurredOn":{"precision":"${occurredOn.precision}","value":"${occurredOn.value}"}`;
}
