import { AuditController } from './audit.controller.ts';
import { DetailsController } from './details.controller.ts';
import { DossierFiguresController } from './dossier-figures.controller.ts';
import { DossierListController } from './dossier-list.controller.ts';
import { FollowController } from './follow.controller.ts';
import { ListsController } from './lists.controller.ts';
import { NetworksController } from './networks.controller.ts';
import { PledgesController } from './pledges.controller.ts';
import { ReportsController } from './reports.controller.ts';

/** All controllers that answer questions, for the module. */
export const queryControllers = [
  DetailsController,
  ListsController,
  FollowController,
  NetworksController,
  PledgesController,
  DossierListController,
  DossierFiguresController,
  AuditController,
  ReportsController,
];
