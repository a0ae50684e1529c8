import { FigureTable } from '../../ui/figure-table.tsx';
import { Section } from '../../ui/section.tsx';
import type { Note, NotePart } from './note.ts';

/** The note as a page. */
export function NoteText({ note: { title, lead, parts } }: { readonly note: Note }) {
  return (
    <article className="note" aria-label={title}>
      <p className="sentence">{title}</p>
      {lead.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {parts.map((part) => (
        <Section key={part.title} title={part.title}>
          <Part part={part} />
        </Section>
      ))}
    </article>
  );
}

function Part({ part: { paragraphs, items, tables } }: { readonly part: NotePart }) {
  return (
    <>
      {tables.map(({ caption, heads: [, ...heads], rows }) => (
        <FigureTable
          key={caption}
          caption={caption}
          heads={heads}
          rows={rows.map(([about = '', ...figures]): [string, ...string[]] => [about, ...figures])}
        />
      ))}
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {items.length > 0 && (
        <ul>
          {items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )}
    </>
  );
}
