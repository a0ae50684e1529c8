import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { productFolder } from '#log/release';
import { type Behaviour, behaviourOf, none, type RawEvent } from '../../../test/support/behaviour.ts';
import { randomEvents } from '../../../test/support/frozen-course.ts';
import { registry } from '../all-views.ts';
import { foldOf } from '../engine/fold-hash.ts';

/*
 * The rows of a view depend on the code of its handlers, and no hash sees code. So what each fold makes of frozen events
 * is frozen too: when it makes something else, its version must be raised, and then an installation makes new rows
 * beside the old ones.
 *
 * SAMENSPEL_FREEZE_FOLDS=1 npm test -- libs/views/behaviour    freezes what is new: a fold whose hash changed, a sample
 *                                                              of a new type. It never changes what a fold did before.
 * With `course` in the place of 1 it also makes another course, of all random events that there are by then.
 */

interface Frozen extends Behaviour {
  readonly version: number;
  readonly fold: string;
}

const asked = process.env['SAMENSPEL_FREEZE_FOLDS'];
const folder = join(productFolder, 'libs/views/behaviour');
const frozenFile = join(folder, 'frozen.json');
const frozen: Record<string, Frozen> = existsSync(frozenFile) ? JSON.parse(readFileSync(frozenFile, 'utf8')) : {};

if (asked === 'course') writeFileSync(join(folder, `course-${courseFiles().length + 1}.jsonl`), randomEvents());
const courses = new Map(courseFiles().map((file) => [file.replace('.jsonl', ''), eventsIn(file)]));
const behaviour = await behaviourOf(registry, courses);

function courseFiles(): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .sort();
}

function eventsIn(file: string): RawEvent[] {
  const lines = readFileSync(join(folder, file), 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line));
}

/** What was frozen, and what the fold does now with the same events. */
function compared(known: Frozen, now: Behaviour): { was: Behaviour; is: Behaviour } {
  const again = (was: Behaviour['samples'], is: Behaviour['samples']) =>
    Object.fromEntries(Object.keys(was).map((name) => [name, is[name] ?? 'no row']));
  const is = { courses: again(known.courses, now.courses), samples: again(known.samples, now.samples) };
  return { was: { courses: known.courses, samples: known.samples }, is };
}

describe.each(registry.views.map((view) => [view.name, view] as const))('the fold of %s', (name, view) => {
  const now = behaviour.get(view) ?? { courses: {}, samples: {} };
  const known = frozen[name];

  test('makes of the frozen events what its version made of them before; otherwise its version must be raised', () => {
    if (known?.fold !== foldOf(view)) return;
    const { was, is } = compared(known, now);
    expect(is).toEqual(was);
  });

  test('is frozen, with every course and every sample that it makes a row of', () => {
    if (asked) return;
    const { fold, courses: inCourses = {}, samples = {} } = known ?? {};
    expect({ fold, frozen: [...Object.keys(inCourses), ...Object.keys(samples)] }).toEqual({
      fold: foldOf(view),
      frozen: [...courses.keys(), ...Object.keys(now.samples)],
    });
  });
});

test('the frozen events make a row of every view', () => {
  const some = (made: Behaviour) => [...Object.values(made.courses), ...Object.values(made.samples)];
  const empty = [...behaviour].filter(([, made]) => some(made).every((digest) => digest === none));
  expect(empty.map(([view]) => view.name)).toEqual([]);
});

if (asked) {
  const entries = registry.views.map((view): [string, Frozen] => {
    const now = behaviour.get(view);
    const known = frozen[view.name];
    if (!now) throw new Error(`${view.name} was not folded`);
    const { was, is } = known?.fold === foldOf(view) ? compared(known, now) : { was: now, is: now };
    const same = JSON.stringify(was) === JSON.stringify(is);
    if (known && !same) return [view.name, known];
    return [view.name, { version: view.version, fold: foldOf(view), ...now }];
  });
  writeFileSync(frozenFile, `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`);
}
