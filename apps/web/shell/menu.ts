import type { MessageId } from '../ui/words.tsx';

interface Entry {
  readonly to: string;
  readonly label: MessageId;
}

/** What a lead works with, in order. A page that is to stand in the menu of a programme has one line here or below. */
const work = [
  { to: '/programmas/$programme/vandaag', label: 'nav.today' },
  { to: '/programmas/$programme/overzicht', label: 'nav.programme' },
  { to: '/programmas/$programme/deelnames', label: 'nav.trajectories' },
  { to: '/programmas/$programme/bijeenkomsten', label: 'nav.meetings' },
  { to: '/programmas/$programme/groepen', label: 'nav.groups' },
  { to: '/programmas/$programme/commitment', label: 'nav.commitment' },
  { to: '/programmas/$programme/toezeggingen', label: 'nav.pledges' },
  { to: '/programmas/$programme/dossier', label: 'nav.dossier' },
] as const satisfies readonly Entry[];

/** What accounts for the work, and what goes in and out. */
const account = [
  { to: '/programmas/$programme/kennis', label: 'nav.knowledge' },
  { to: '/programmas/$programme/rapportages', label: 'nav.reports' },
  { to: '/programmas/$programme/stuurgroepnotitie', label: 'nav.note' },
  { to: '/programmas/$programme/vergelijken', label: 'nav.compare' },
  { to: '/programmas/$programme/audit', label: 'nav.audit' },
  { to: '/programmas/$programme/import', label: 'nav.import' },
] as const satisfies readonly Entry[];

/** The menu of a programme: a row for each. */
export const menus = [
  { key: 'work', label: 'nav.work', entries: work },
  { key: 'account', label: 'nav.account', entries: account },
] as const;
