import { Link, Navigate } from '@tanstack/react-router';
import { programmes } from '../../data/ask.ts';
import { remembered } from '../../data/storage.ts';
import { lastProgramme } from '../../shell/programme-frame.tsx';
import { Asked, Empty } from '../../ui/asked.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useWords } from '../../ui/words.tsx';

/** The first address: the programme that was opened last, else a choice. */
export function ChoosePage() {
  const { t, day } = useWords();
  const last = remembered(lastProgramme);
  return (
    <Asked query={programmes()} lines={6}>
      {({ items }) => {
        const [only] = items.length === 1 ? items : items.filter(({ programme }) => programme === last);
        if (only !== undefined)
          return <Navigate to="/programmas/$programme/vandaag" params={{ programme: only.programme }} replace />;
        return (
          <>
            <PageTitle title={t('choose.title')} />
            {items.length === 0 && <Empty>{t('choose.empty')}</Empty>}
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
          </>
        );
      }}
    </Asked>
  );
}
