import type { Step } from './step.ts';
import { applicationSteps } from './timeline/applications.ts';
import { commitmentSteps } from './timeline/commitments.ts';
import { followingSteps } from './timeline/following.ts';
import { meetingSteps } from './timeline/meetings.ts';
import { placeSteps } from './timeline/places.ts';
import { pledgeSteps } from './timeline/pledges.ts';
import { supportSteps } from './timeline/support.ts';

/**
 * The whole fictitious year, in order of recording. The files under `timeline/` tell it by theme; steps of the same
 * moment keep the order of the themes.
 */
export const timeline: readonly Step[] = [
  ...applicationSteps,
  ...placeSteps,
  ...commitmentSteps,
  ...meetingSteps,
  ...supportSteps,
  ...followingSteps,
  ...pledgeSteps,
].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
