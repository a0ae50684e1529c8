import type { Template } from '#domain/template/template';
import { templates } from '#domain/template/templates';

/** What `template` of a new programme can be. */
export const templateKeys: readonly string[] = [...templates.keys()];

/** @throws Error when there is no such template; the DTO lets no other key through. */
export function templateOf(key: string): Template {
  const template = templates.get(key);
  if (!template) throw new Error(`No template ${key}`);
  return template;
}
