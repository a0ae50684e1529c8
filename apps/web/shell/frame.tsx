import { Outlet, useMatches } from '@tanstack/react-router';
import { useSession } from '../data/session.ts';
import { SignInPage } from '../pages/sign-in/sign-in.page.tsx';
import { useWords } from '../ui/words.tsx';
import { Boundary } from './boundary.tsx';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { OutboxNotice } from './outbox-notice.tsx';
import { PublicFrame } from './public-frame.tsx';
import { StaleNotice } from './stale-notice.tsx';

/**
 * What stands around every page. Who is not signed in gets the sign-in page, at the address that was
 * asked for; a page for everybody, or for who has a link of their own, is there without it.
 */
export function Frame() {
  const { t } = useWords();
  const session = useSession();
  const isPublic = useMatches({ select: (matches) => matches.some(({ staticData }) => staticData.isPublic === true) });
  if (isPublic) return <PublicFrame />;
  return (
    <div className="frame">
      <a className="skip" href="#inhoud">
        {t('skip')}
      </a>
      <Header />
      <main id="inhoud" tabIndex={-1}>
        <OutboxNotice />
        <StaleNotice />
        <Boundary>{session === undefined ? <SignInPage /> : <Outlet />}</Boundary>
      </main>
      <Footer />
    </div>
  );
}
