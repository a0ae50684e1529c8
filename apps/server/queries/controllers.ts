import { AuditController } from './audit.controller.ts';
import { DetailsController } from './details.controller.ts';
import { ListsController } from './lists.controller.ts';
import { ReportsController } from './reports.controller.ts';

/** All controllers that answer questions, for the module. */
export const queryControllers = [DetailsController, ListsController, AuditController, ReportsController];
