import type { ReactNode } from 'react';

/** What a button opens: its key, and the words on it. */
export type Choice = readonly [key: string, label: string];

interface Props {
  readonly choices: readonly Choice[];
  /** The key of what is open below; none of these when it is another. */
  readonly open: string;
  readonly onOpen: (key: string) => void;
  /** What these are about, for who cannot see where they stand. */
  readonly legend?: string;
  readonly isSmall?: boolean;
  /** Where the buttons stand in a row of a list. */
  readonly isInRow?: boolean;
  /** What stands beside the buttons. */
  readonly children?: ReactNode;
}

/** Buttons of which one opens something below, and closes it again. */
export function Choices({ choices, open, onOpen, legend, isSmall = false, isInRow = false, children }: Props) {
  return (
    <fieldset className={isInRow ? 'row__actions' : 'choices'}>
      {legend !== undefined && <legend className="hidden">{legend}</legend>}
      {choices.map(([key, label]) => (
        <button
          key={key}
          type="button"
          className={isSmall || isInRow ? 'choice choice--small' : 'choice'}
          aria-expanded={open === key}
          onClick={() => onOpen(open === key ? '' : key)}
        >
          {label}
        </button>
      ))}
      {children}
    </fieldset>
  );
}
