import { attendanceView } from './attendance/view.ts';
import { commitmentView } from './commitment/view.ts';
import { dossierItemView } from './dossier/view.ts';
import { createRegistry } from './engine/registry.ts';
import { groupView } from './group/view.ts';
import { importView } from './import/view.ts';
import { meetingView } from './meeting/view.ts';
import { networkView } from './network/view.ts';
import { pledgeView } from './pledge/view.ts';
import { programmeView } from './programme/view.ts';
import { progressView } from './progress/view.ts';
import { questionView } from './question/view.ts';
import { registerView } from './register/view.ts';
import { standingView } from './standing/view.ts';

/** Every view of this release. A new view needs a line here and nothing elsewhere. */
export const registry = createRegistry([
  programmeView,
  networkView,
  progressView,
  commitmentView,
  meetingView,
  attendanceView,
  groupView,
  pledgeView,
  dossierItemView,
  importView,
  questionView,
  standingView,
  registerView,
]);
