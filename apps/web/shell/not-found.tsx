import { Link } from '@tanstack/react-router';
import { PageTitle } from '../ui/page-title.tsx';
import { useWords } from '../ui/words.tsx';

/** An address that leads nowhere. */
export function NotFound() {
  const { t } = useWords();
  return (
    <>
      <PageTitle title={t('notFound.title')} />
      <p>{t('notFound.text')}</p>
      <p>
        <Link to="/">{t('notFound.home')}</Link>
      </p>
    </>
  );
}
