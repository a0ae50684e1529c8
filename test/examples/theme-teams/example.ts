import { type Example, inOrder } from '../recorder/example.ts';
import { provinces } from './provinces.ts';
import { around } from './timeline/around.ts';
import { atHomeSteps } from './timeline/at-home.ts';
import { evenings } from './timeline/evenings.ts';
import { partySteps } from './timeline/parties.ts';
import { results } from './timeline/results.ts';
import { secondRound } from './timeline/second-round.ts';
import { takingPart } from './timeline/taking-part.ts';
import { working } from './timeline/working.ts';

/** Twelve provinces work together on four themes, in one year. */
export const themeTeamsExample: Example = {
  name: 'theme-teams',
  keys: '6f1c2e0a-2d7b-5b8e-9f34-7c1d5e8a9b02',
  timeline: inOrder(takingPart, working, evenings, results, around, atHomeSteps, partySteps, secondRound),
  organisations: Object.fromEntries(Object.entries(provinces).map(([who, { name }]) => [name, who])),
};
