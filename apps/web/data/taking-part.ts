import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { readAnswer } from './answers/basis.ts';
import { applicants, givenAccess, ownPart, publicForm } from './answers/taking-part.ts';
import { answered, answeredOnce, api, post } from './client.ts';
import { type CommandHeaders, useDirectCommand } from './direct-command.ts';
import { ApiProblem } from './problem.ts';
import { type About, listQuestion, now, when } from './question.ts';

/*
 * What is asked and told by who takes part, by who applies, and by the lead who lets them.
 */

const by = (link: string) => ({ Authorization: `Bearer ${link}` });

/** A refusal is final: asked again, the link is still not good. */
const mayPass = (failures: number, error: Error) => failures < 2 && error instanceof ApiProblem && error.mayPass;

/** Asked by a link or by nobody in particular: the answer stays when a session ends. */
const withoutSession = { isPublic: true };

/** The page of who has this link. */
export const ownPartBy = (link: string) =>
  queryOptions({
    queryKey: ['own-part', link],
    meta: withoutSession,
    retry: mayPass,
    queryFn: async ({ signal }) => {
      const asked = api.GET('/v1/participation', { params: { query: now() }, headers: by(link), signal });
      return readAnswer(ownPart, await answeredOnce(asked));
    },
  });

/** Tells something by this link, at once or not at all. */
export function useOwnCommand<Content>(link: string, address: string) {
  const send = (content: Content, headers: CommandHeaders) => post(address, content, { ...headers, ...by(link) });
  return useDirectCommand(send, answeredOnce);
}

/** The form by which one applies to a programme. */
export const formOf = (programme: string) =>
  queryOptions({
    queryKey: ['application-form', programme],
    meta: withoutSession,
    retry: mayPass,
    queryFn: async ({ signal }) => {
      const params = { path: { id: programme } };
      const asked = api.GET('/v1/public/programmes/{id}/application-form', { params, signal });
      return publicForm.parse(await answeredOnce(asked));
    },
  });

/** Municipalities and provinces by a part of their name. */
export const applicantsLike = (search: string) =>
  queryOptions({
    queryKey: ['applicants', search],
    meta: withoutSession,
    enabled: search.length > 1,
    queryFn: async ({ signal }) => {
      const asked = api.GET('/v1/public/organisations', { params: { query: { search } }, signal });
      return applicants.parse(await answeredOnce(asked)).items;
    },
  });

/** Applies by an open form, at once or not at all. */
export function useApplication<Content>(programme: string) {
  const address = `/v1/public/programmes/${programme}/applications`;
  return useDirectCommand((content: Content, headers) => post(address, content, headers), answeredOnce);
}

/** Who was given access to a trajectory. */
export const accessesOf = ({ id, day }: About) =>
  listQuestion({
    key: ['accesses', id, day],
    row: givenAccess,
    ask: (_page, signal) =>
      api.GET('/v1/trajectories/{id}/participation-accesses', { params: { path: { id }, query: when(day) }, signal }),
  });

const link = z.object({ address: z.string() });

/** The whole address by which somebody takes part; made when it is asked for, because whoever has it may. */
export async function linkOf(access: string): Promise<string> {
  const asked = api.GET('/v1/participation-accesses/{id}/link', { params: { path: { id: access } } });
  return new URL(link.parse(await answered(asked)).address, location.origin).href;
}
