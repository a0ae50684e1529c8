import { type Template, template } from '#domain/template/template';
import { templates } from '#domain/template/templates';
import { badRequest, fieldError } from '../http/problem.ts';

/** What `template` of a new programme can be. */
export const templateKeys: readonly string[] = [...templates.keys()];

/** @throws Error when there is no such template; the DTO lets no other key through. */
export function templateOf(key: string): Template {
  const found = templates.get(key);
  if (!found) throw new Error(`No template ${key}`);
  return found;
}

/**
 * A template as somebody sent it.
 *
 * @throws Problem 400 with every place where it is not one.
 */
export function wholeTemplate(sent: unknown): Template {
  const { data, error } = template.safeParse(sent);
  if (error === undefined) return data;
  throw badRequest(error.issues.map(({ path }) => fieldError(['template', ...path].join('.'), 'not-in-template')));
}
