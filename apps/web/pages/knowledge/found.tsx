import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { keepPast } from '../../data/moment.ts';
import { useMayRecord, useProgramme } from '../../shell/use-programme.ts';
import { Empty } from '../../ui/asked.tsx';
import { type MessageId, useWords } from '../../ui/words.tsx';

interface Props<T> {
  readonly all: readonly T[];
  readonly found: readonly T[];
  /** Said when there is nothing at all. */
  readonly none: MessageId;
  readonly children: (one: T) => ReactNode;
}

/** What was found, counted aloud; or that there is nothing, and what one does about it. */
export function Found<T>({ all, found, none, children }: Props<T>) {
  const { t } = useWords();
  if (all.length === 0) return <NothingYet none={none} />;
  return (
    <>
      <p role="status" className="hint">
        {t('knowledge.count', { found: found.length, all: all.length })}
      </p>
      {found.length === 0 && <Empty>{t('knowledge.notFound')}</Empty>}
      <ul className="rows rows--wide">{found.map(children)}</ul>
    </>
  );
}

/** There is nothing, and this is where it would be recorded. */
export function NothingYet({ none }: { readonly none: MessageId }) {
  const { t } = useWords();
  const { id } = useProgramme();
  const mayRecord = useMayRecord();
  return (
    <>
      <Empty>{t(none)}</Empty>
      {mayRecord && (
        <p>
          <Link
            className="choice choice--link"
            to="/programmas/$programme/dossier/nieuw"
            params={{ programme: id }}
            search={{}}
          >
            {t('knowledge.record')}
          </Link>
        </p>
      )}
    </>
  );
}

/** The name of an item as a link to its page in the dossier. */
export function ItemLink({ item, children }: { readonly item: string; readonly children: ReactNode }) {
  const { id } = useProgramme();
  return (
    <Link to="/programmas/$programme/dossier/$item" params={{ programme: id, item }} search={keepPast}>
      {children}
    </Link>
  );
}
