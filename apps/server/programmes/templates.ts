import { regionalNetwork } from '#domain/template/regional-network';
import type { Template } from '#domain/template/template';

/** The templates of this release by their key: what `template` of a new programme can be. */
const templates: ReadonlyMap<string, Template> = new Map([regionalNetwork].map((template) => [template.key, template]));

export const templateKeys: readonly string[] = [...templates.keys()];

/** @throws Error when there is no such template; the DTO lets no other key through. */
export function templateOf(key: string): Template {
  const template = templates.get(key);
  if (!template) throw new Error(`No template ${key}`);
  return template;
}
