import { programmeRoute, rootRoute } from '../shell/root-route.ts';
import { aboutRoute } from './about/about.route.ts';
import { adminRoute } from './admin/admin.route.ts';
import { applyRoute } from './apply/apply.route.ts';
import { auditRoute } from './audit/audit.route.ts';
import { chooseRoute } from './choose/choose.route.ts';
import { commitmentsRoute } from './commitments/commitments.route.ts';
import { compareRoute } from './compare/compare.route.ts';
import { dossierRoute, itemRoute, newItemRoute } from './dossier/dossier.route.ts';
import { composeRoute, groupsRoute } from './groups/groups.route.ts';
import { importRoute } from './import/import.route.ts';
import { knowledgeRoute } from './knowledge/knowledge.route.ts';
import { meetingRoute, meetingsRoute } from './meetings/meetings.route.ts';
import { noteRoute } from './note/note.route.ts';
import { ownRoute } from './own/own.route.ts';
import { pledgesRoute } from './pledges/pledges.route.ts';
import { firstPageRoute, overviewRoute } from './programme/programme.route.ts';
import { remindRoute } from './remind/remind.route.ts';
import { reportRoute, reportsRoute, runRoute } from './reports/reports.route.ts';
import { todayRoute } from './today/today.route.ts';
import { trajectoriesRoute, trajectoryRoute } from './trajectory/trajectory.route.ts';

/** All pages. A page is a folder with a route; it takes part by one line here, and its route says whether it is in the menu. */
export const pages = rootRoute.addChildren([
  chooseRoute,
  aboutRoute,
  adminRoute,
  applyRoute,
  ownRoute,
  programmeRoute.addChildren([
    firstPageRoute,
    todayRoute,
    overviewRoute,
    trajectoriesRoute,
    trajectoryRoute,
    meetingsRoute,
    meetingRoute,
    groupsRoute,
    composeRoute,
    commitmentsRoute,
    pledgesRoute,
    dossierRoute,
    newItemRoute,
    itemRoute,
    remindRoute,
    compareRoute,
    knowledgeRoute,
    reportsRoute,
    reportRoute,
    runRoute,
    noteRoute,
    importRoute,
    auditRoute,
  ]),
]);
