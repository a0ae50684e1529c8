import { Heading1 } from '@utrecht/component-library-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useWords } from './words.tsx';

let isFirst = true;

/**
 * The heading of a page. On arriving from another page the focus goes to it, so that a screen reader says where one is
 * and the keyboard goes on from there; on first load the focus stays where browsers put it.
 */
export function PageTitle({ title, lead }: { readonly title: string; readonly lead?: ReactNode }) {
  const { t } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = t('title', { page: title });
  }, [title, t]);
  useEffect(() => {
    if (!isFirst) heading.current?.focus({ preventScroll: true });
    isFirst = false;
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
