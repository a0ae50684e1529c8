import type { Body, Step, Value } from './step.ts';
import { step } from './step.ts';

type Fields = { readonly [field: string]: Value };

/** The moment at which a fact of that day is recorded: at that hour of the day itself, in UTC. */
const at = (day: string, time: string): string => `${day}T${time}Z`;

/** Brings items into the dossier of the programme that is known under that name. */
export function bringingInto(programme: string) {
  return (day: string, name: string, path: string, fields: Fields, time = '10:00'): Step => {
    const body: Body = { ...fields, occurredOn: day };
    return step(at(day, time), name, `/programmes/{${programme}}/${path}`, body, { gives: name });
  };
}

/** A new item of the dossier, recorded on the day it came; later steps refer to it by that name. */
export const brought = bringingInto('programme');

/** A fact about an item that was brought in under that name, recorded on the day it happened. */
export function told(day: string, item: string, path: string, fields: Fields = {}, time = '11:00'): Step {
  return step(at(day, time), `${item}/${path}/${day}`, `/dossier-items/{${item}}/${path}`, {
    ...fields,
    occurredOn: day,
  });
}

/** A fact about a trajectory that is known under that name, recorded on the day it happened. */
export function course(day: string, who: string, path: string, fields: Fields = {}, time = '09:00'): Step {
  return step(at(day, time), `${who}/${path}/${day}`, `/trajectories/{${who}}/${path}`, { ...fields, occurredOn: day });
}

/** The same fact, recorded only at that moment (`2025-07-02T10:00Z`), after the day on which it happened. */
export function recordedOnlyAt(moment: string, { name, path, body, ...more }: Step): Step {
  return step(moment, name, path, body, { ...more, at: new Date(moment).toISOString() });
}

/** A fact that an earlier step told of something, recorded again as it should have been. */
export function corrected(day: string, wrong: Step, data: Fields, reason: string): Step {
  const occurredOn = typeof wrong.body === 'string' ? day : (wrong.body['occurredOn'] ?? day);
  return putRight(day, 'corrections', wrong, { data, occurredOn, reason });
}

/** A fact that an earlier step told of something, and that did not happen. */
export function retracted(day: string, wrong: Step, reason: string): Step {
  return putRight(day, 'retractions', wrong, { reason });
}

function putRight(day: string, path: string, wrong: Step, fields: Fields): Step {
  const about = wrong.path.slice(0, wrong.path.lastIndexOf('/'));
  const body = { ...fields, event: `{event:${wrong.name}}` };
  return step(at(day, '14:00'), `${wrong.name}/${path}`, `${about}/${path}`, body);
}
