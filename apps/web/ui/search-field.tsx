import { useEffect, useRef, useState } from 'react';

/** The most that the API searches by. */
export const longestSearch = 200;

interface Props {
  readonly label: string;
  readonly value: string;
  /** Told of every letter. */
  readonly onChange: (text: string) => void;
}

/**
 * A text by which a list is narrowed while one types. What was typed stands at once: where the text is kept elsewhere, as
 * in the address, it comes back only later, and letters that were typed meanwhile would be lost.
 */
export function SearchField({ label, value, onChange }: Props) {
  const [typed, setTyped] = useState(value);
  /** What was told and has not come back yet, the last of it at the end. */
  const told = useRef<readonly string[]>([]);
  useEffect(() => {
    const place = told.current.indexOf(value);
    told.current = place === -1 ? [] : told.current.slice(place + 1);
    // It comes from elsewhere: a saved view, the way back.
    if (place === -1) setTyped(value);
  }, [value]);
  const change = (text: string) => {
    setTyped(text);
    told.current = [...told.current, text];
    onChange(text);
  };
  return (
    <label>
      {label}
      <input
        type="search"
        maxLength={longestSearch}
        value={typed}
        onChange={(event) => change(event.currentTarget.value)}
      />
    </label>
  );
}
