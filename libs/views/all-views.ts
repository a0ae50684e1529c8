import { commitmentView } from './commitment/view.ts';
import { createRegistry } from './engine/registry.ts';
import { groupView } from './group/view.ts';
import { importView } from './import/view.ts';
import { meetingView } from './meeting/view.ts';
import { networkView } from './network/view.ts';
import { programmeView } from './programme/view.ts';
import { progressView } from './progress/view.ts';
import { registerView } from './register/view.ts';

/** Every view of this release. A new view needs a line here and nothing elsewhere. */
export const registry = createRegistry([
  programmeView,
  networkView,
  progressView,
  commitmentView,
  meetingView,
  groupView,
  importView,
  registerView,
]);
