import { type Example, inOrder } from '../recorder/example.ts';
import { around } from './timeline/around.ts';
import { takingPart } from './timeline/taking-part.ts';
import { working } from './timeline/working.ts';

/** Twelve provinces work together on four themes, in one year. */
export const themeTeamsExample: Example = {
  name: 'theme-teams',
  keys: '6f1c2e0a-2d7b-5b8e-9f34-7c1d5e8a9b02',
  timeline: inOrder(takingPart, working, around),
  organisations: {},
};
