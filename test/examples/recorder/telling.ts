import type { Body, Step, Value } from './step.ts';
import { step } from './step.ts';

type Fields = { readonly [field: string]: Value };

/** The moment at which a fact of that day is recorded: at that hour of the day itself, in UTC. */
const at = (day: string, time: string): string => `${day}T${time}Z`;

/** A new item of the dossier, recorded on the day it came; later steps refer to it by that name. */
export function brought(day: string, name: string, path: string, fields: Fields, time = '10:00'): Step {
  const body: Body = { ...fields, occurredOn: day };
  return step(at(day, time), name, `/programmes/{programme}/${path}`, body, { gives: name });
}

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
