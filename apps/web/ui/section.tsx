import { Heading2 } from '@utrecht/component-library-react';
import { type ReactNode, useId } from 'react';

interface Props {
  readonly title: string;
  /** Beside the heading: a figure, a link. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A part of a page, with its heading, by which a screen reader can find it. */
export function Section({ title, aside, children, className = '' }: Props) {
  const id = useId();
  return (
    <section className={`section ${className}`} aria-labelledby={id}>
      <div className="section__head">
        <Heading2 id={id}>{title}</Heading2>
        {aside !== undefined && <div className="section__aside">{aside}</div>}
      </div>
      {children}
    </section>
  );
}
