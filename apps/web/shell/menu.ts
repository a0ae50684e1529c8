import type { MessageId } from '../ui/words.tsx';

/** The menu of a programme, in order. A page that is to stand in it has one line here. */
export const menu = [
  { to: '/programmas/$programme/vandaag', label: 'nav.today' },
  { to: '/programmas/$programme/overzicht', label: 'nav.programme' },
  { to: '/programmas/$programme/deelnames', label: 'nav.trajectories' },
  { to: '/programmas/$programme/bijeenkomsten', label: 'nav.meetings' },
  { to: '/programmas/$programme/groepen', label: 'nav.groups' },
  { to: '/programmas/$programme/commitment', label: 'nav.commitment' },
  { to: '/programmas/$programme/toezeggingen', label: 'nav.pledges' },
  { to: '/programmas/$programme/dossier', label: 'nav.dossier' },
  { to: '/programmas/$programme/vergelijken', label: 'nav.compare' },
  { to: '/programmas/$programme/kennis', label: 'nav.knowledge' },
  { to: '/programmas/$programme/rapportages', label: 'nav.reports' },
  { to: '/programmas/$programme/stuurgroepnotitie', label: 'nav.note' },
  { to: '/programmas/$programme/import', label: 'nav.import' },
  { to: '/programmas/$programme/audit', label: 'nav.audit' },
] as const satisfies readonly { to: string; label: MessageId }[];
