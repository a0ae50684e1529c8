import { Heading1 } from '@utrecht/component-library-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useWords } from './words.tsx';

/** The page whose heading was shown last. */
let lastPath: string | undefined;

/**
 * The heading of a page. On arriving from another page, or when what had the focus is gone, the focus goes to it, so that a
 * screen reader says where one is and the keyboard goes on from there; on first load it stays where browsers put it.
 */
export function PageTitle({ title, lead }: { readonly title: string; readonly lead?: ReactNode }) {
  const { t } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = t('title', { page: title });
  }, [title, t]);
  useEffect(() => {
    const isElsewhere = lastPath !== location.pathname;
    const isLost = document.activeElement === document.body;
    if (lastPath !== undefined && (isElsewhere || isLost)) heading.current?.focus({ preventScroll: true });
    lastPath = location.pathname;
  }, []);
  return (
    <div className="page-title">
      <Heading1 ref={heading} tabIndex={-1}>
        {title}
      </Heading1>
      {lead !== undefined && <div className="page-title__lead">{lead}</div>}
    </div>
  );
}
