import { getRouteApi, Link, Navigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ProgrammeItem } from '../../data/answers/programme.ts';
import { programmes } from '../../data/ask.ts';
import { hasDraft } from '../../data/draft.ts';
import { mayRecord, useSession } from '../../data/session.ts';
import { remembered } from '../../data/storage.ts';
import { lastProgramme } from '../../shell/programme-frame.tsx';
import { Asked, Empty } from '../../ui/asked.tsx';
import { Choices } from '../../ui/choices.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useWords } from '../../ui/words.tsx';
import { draft, NewProgramme } from './new-programme.tsx';

const route = getRouteApi('/');
const form = 'new';

/** The first address: the programme that was opened last, else a choice, and a form for a new one. */
export function ChoosePage() {
  const { toon } = route.useSearch();
  const [open, setOpen] = useState(() => (hasDraft(draft) ? form : ''));
  const last = remembered(lastProgramme);
  return (
    <Asked query={programmes()} lines={6}>
      {({ items }, { basis }) => {
        const [only] = items.length === 1 ? items : items.filter(({ programme }) => programme === last);
        // Whoever sets one up stays until it is there.
        if (only !== undefined && toon === undefined && open === '')
          return <Navigate to="/programmas/$programme/vandaag" params={{ programme: only.programme }} replace />;
        return <Choose items={items} today={basis.validOn} open={open} onOpen={setOpen} />;
      }}
    </Asked>
  );
}

interface Props {
  readonly items: readonly ProgrammeItem[];
  readonly today: string;
  readonly open: string;
  readonly onOpen: (key: string) => void;
}

function Choose({ items, today, open, onOpen }: Props) {
  const { t, day } = useWords();
  const mayBegin = mayRecord(useSession()?.role);
  return (
    <>
      <PageTitle title={t('choose.title')} />
      {items.length === 0 && <Empty>{t(mayBegin ? 'choose.emptyLead' : 'choose.empty')}</Empty>}
      <ul className="rows">
        {items.map(({ programme, name, from, until, client }) => (
          <li key={programme} className="row">
            <Link to="/programmas/$programme/vandaag" params={{ programme }} className="row__main">
              {name}
            </Link>
            <span className="row__note">
              {client.name}, {day(from)} – {day(until)}
            </span>
          </li>
        ))}
      </ul>
      {mayBegin && (
        <div className="below">
          <Choices choices={[[form, t('choose.new')]]} open={open} onOpen={onOpen} />
          {open === form && <NewProgramme today={today} />}
        </div>
      )}
    </>
  );
}
