import { inOrder } from '../recorder/example.ts';
import { applicationSteps } from './timeline/applications.ts';
import { aroundSteps } from './timeline/around.ts';
import { commitmentSteps } from './timeline/commitments.ts';
import { endingSteps } from './timeline/ending.ts';
import { followingSteps } from './timeline/following.ts';
import { meetingSteps } from './timeline/meetings.ts';
import { placeSteps } from './timeline/places.ts';
import { pledgeSteps } from './timeline/pledges.ts';
import { supportSteps } from './timeline/support.ts';

/** The whole fictitious year. The files under `timeline/` tell it by theme. */
export const timeline = inOrder(
  applicationSteps,
  placeSteps,
  commitmentSteps,
  meetingSteps,
  supportSteps,
  followingSteps,
  pledgeSteps,
  endingSteps,
  aroundSteps,
);
