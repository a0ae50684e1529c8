import { Outlet } from '@tanstack/react-router';
import { useWords } from '../ui/words.tsx';
import { Boundary } from './boundary.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { StaleNotice } from './stale-notice.tsx';

/** What stands around a page for who does not sign in: whose it is, and the language. */
export function PublicFrame() {
  const { t } = useWords();
  return (
    <div className="frame">
      <a className="skip" href="#inhoud">
        {t('skip')}
      </a>
      <header className="header">
        <div className="header__bar">
          <span className="header__name">
            <img src="/icon.svg" alt="" width="30" height="30" />
            Samenspel
          </span>
          <div className="header__me">
            <LanguageSwitch />
          </div>
        </div>
      </header>
      <main id="inhoud" tabIndex={-1}>
        <StaleNotice />
        <Boundary>
          <Outlet />
        </Boundary>
      </main>
      <footer className="footer">
        <p className="footer__note">{t('public.privacy')}</p>
      </footer>
    </div>
  );
}
