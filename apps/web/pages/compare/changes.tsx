import { Link } from '@tanstack/react-router';
import type { ChangeLine } from '../../data/answers/follow.ts';
import { type Cause, causes, changesBetween, type Period } from '../../data/ask-between.ts';

import { useProgramme } from '../../shell/use-programme.ts';
import { Empty } from '../../ui/asked.tsx';
import { AskedPages } from '../../ui/asked-pages.tsx';
import { useWords } from '../../ui/words.tsx';

interface Props {
  readonly period: Period;
  readonly cause: Cause | undefined;
}

/** What was recorded, by whom, why and through which channel; real change apart from what was known late or put right. */
export function Changes({ period, cause }: Props) {
  const { t, word } = useWords();
  const { id } = useProgramme();
  return (
    <>
      <nav className="tabs" aria-label={t('compare.why')}>
        {[undefined, ...causes].map((one) => (
          <Link
            key={one ?? 'all'}
            to="."
            search={({ waarom: _, ...now }: { waarom?: Cause }) => ({
              ...now,
              ...(one !== undefined && { waarom: one }),
            })}
            resetScroll={false}
            activeOptions={{ exact: true }}
            aria-current={one === cause ? 'page' : undefined}
            activeProps={{}}
          >
            {one === undefined ? t('filter.all') : word('cause', one)}
          </Link>
        ))}
      </nav>
      <AskedPages
        query={changesBetween(id, period, cause)}
        lines={8}
        count={({ total }) => t('compare.count', { count: total })}
      >
        {(items) => (
          <>
            {items.length === 0 && <Empty>{t('compare.empty')}</Empty>}
            <ul className="rows rows--wide">
              {items.map((line) => (
                <ChangeRow key={line.eventId} line={line} />
              ))}
            </ul>
          </>
        )}
      </AskedPages>
    </>
  );
}

function ChangeRow({ line }: { readonly line: ChangeLine }) {
  const { t, day, word } = useWords();
  const { recordedAt, words, cause, causeWords, reason, role, channel, differences = [] } = line;
  const by = [role && word('role', role), channel && word('channel', channel.kind)].filter(Boolean).join(', ');
  return (
    <li className="row">
      <span className="row__day">{day(recordedAt)}</span>
      <span className="row__main">
        {words}
        <span className="row__note">{cause === 'real' ? causeWords : `${word('cause', cause)}: ${causeWords}`}</span>
        {reason != null && <span className="row__note">{t('compare.reason', { reason })}</span>}
        {differences.length > 0 && (
          <details>
            <summary>{t('compare.differences', { count: differences.length })}</summary>
            <ul>
              {differences.map(({ view, field, words: difference }) => (
                <li key={`${view}.${field}`}>{difference}</li>
              ))}
            </ul>
          </details>
        )}
      </span>
      <span className="row__note">{by}</span>
    </li>
  );
}
