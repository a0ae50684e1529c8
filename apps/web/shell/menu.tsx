import { Link, useLocation } from '@tanstack/react-router';
import { useId, useRef, useState } from 'react';
import { keepPast } from '../data/moment.ts';
import { useWords } from '../ui/words.tsx';
import { menus } from './menu.ts';

/**
 * The pages of a programme. In a narrow window they stand behind a button, so that a page begins in sight: the styles show that
 * button, and hide what is closed, only there.
 */
export function Menu({ programme }: { readonly programme: string }) {
  const { t } = useWords();
  const id = useId();
  const page = useLocation({ select: ({ pathname }) => pathname });
  const [openOn, setOpenOn] = useState<string>();
  const isOpen = openOn === page;
  // On another page, by whichever way one came there, it is closed, and stays so when one comes back.
  if (openOn !== undefined && !isOpen) setOpenOn(undefined);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    // What was pressed goes out of sight. Where another page comes, its heading takes the focus from here.
    if (isOpen) button.current?.focus();
    setOpenOn(undefined);
  };
  return (
    <nav
      className="menu"
      aria-label={t('nav.label')}
      onKeyDown={({ key }) => {
        if (key === 'Escape') close();
      }}
    >
      <button
        ref={button}
        type="button"
        className="menu__button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpenOn(isOpen ? undefined : page)}
      >
        {t('nav.menu')}
      </button>
      <div id={id} className={isOpen ? 'menu__entries menu__entries--open' : 'menu__entries'}>
        {menus.map(({ key, label: title, entries }) => (
          <ul key={key} className={`menu__${key}`} aria-label={t(title)}>
            {entries.map(({ to, label }) => (
              <li key={to}>
                <Link to={to} params={{ programme }} search={keepPast} onClick={close}>
                  {t(label)}
                </Link>
              </li>
            ))}
          </ul>
        ))}
      </div>
    </nav>
  );
}
