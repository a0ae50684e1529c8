import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { itemsOf } from './ask.ts';
import { answered, api } from './client.ts';
import type { About } from './question.ts';

const mail = z.object({ available: z.boolean() });

/** Whether mail can be sent from here. */
export const mailThere = () =>
  queryOptions({
    queryKey: ['mail'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => mail.parse(await answered(api.GET('/v1/mail', { signal }))),
  });

/** Every reminder of a programme; one question for all the places that count them. */
export const remindersOf = (about: About) => itemsOf(about, 'reminder');
