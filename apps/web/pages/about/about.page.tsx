import { PageTitle } from '../../ui/page-title.tsx';
import { useWords } from '../../ui/words.tsx';

/** What Samenspel is, and where its parts are described. */
export function AboutPage() {
  const { t } = useWords();
  return (
    <div className="narrow">
      <PageTitle title={t('about.title')} lead={<p>{t('about.lead')}</p>} />
      <ul>
        <li>
          <a href="/docs">{t('footer.docs')}</a>: {t('about.docs')}
        </li>
        <li>
          <a href="/v1/openapi.json">{t('footer.openapi')}</a>: {t('about.openapi')}
        </li>
        <li>
          <a href="/v1/health">{t('footer.health')}</a>
        </li>
      </ul>
      <p>{t('about.privacy')}</p>
    </div>
  );
}
