import { Link, useParams } from '@tanstack/react-router';
import { mayOversee, useSession } from '../data/session.ts';
import type { Role } from '../data/token.ts';
import { useWords } from '../ui/words.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { Menu } from './menu.tsx';
import { ProgrammePicker } from './programme-picker.tsx';
import { SignOut } from './sign-out.tsx';

/** Product name, programme, menu, language, and who is signed in. */
export function Header() {
  const session = useSession();
  const { programme } = useParams({ strict: false });
  return (
    <header className="header">
      <div className="header__bar">
        <Link to="/" search={{}} className="header__name">
          <img src="/icon.svg" alt="" width="30" height="30" />
          Samenspel
        </Link>
        {session !== undefined && programme !== undefined && <ProgrammePicker current={programme} />}
        <div className="header__me">
          <LanguageSwitch />
          {session !== undefined && <Me role={session.role} />}
        </div>
      </div>
      {session !== undefined && programme !== undefined && <Menu programme={programme} />}
    </header>
  );
}

function Me({ role }: { readonly role: Role }) {
  const { t, word } = useWords();
  return (
    <>
      {mayOversee(role) && (
        <Link to="/beheer" className="plain" search={{}}>
          {t('nav.admin')}
        </Link>
      )}
      <span className="header__role">{word('role', role)}</span>
      <SignOut />
    </>
  );
}
