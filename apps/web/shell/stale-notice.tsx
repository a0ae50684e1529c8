import { Link, useParams } from '@tanstack/react-router';
import { mayOversee, useSession } from '../data/session.ts';
import { useWords } from '../ui/words.tsx';
import { useStale } from './use-stale.ts';

/**
 * Says that figures on this page are not up to date, because an event could not be processed. Once for the whole page,
 * whichever of its answers says so: the parts of a page rest on the same rows.
 */
export function StaleNotice() {
  const { t, day } = useWords();
  const session = useSession();
  const { programme } = useParams({ strict: false });
  const stale = useStale(programme !== undefined);
  return (
    <div role="status" className="behind">
      {stale !== undefined && (
        <>
          <p>
            {t('behind')} {t('behind.since', { count: stale.count, day: day(stale.firstAt) })}
          </p>
          <p>
            {mayOversee(session?.role) ? (
              <Link to="/beheer" search={{}}>
                {t('behind.look')}
              </Link>
            ) : (
              t('behind.admin')
            )}
          </p>
        </>
      )}
    </div>
  );
}
