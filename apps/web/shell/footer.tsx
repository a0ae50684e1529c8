import { Link } from '@tanstack/react-router';
import { useWords } from '../ui/words.tsx';

/** The way to what the pages rest on: the API, its health, and what this is. */
export function Footer() {
  const { t } = useWords();
  return (
    <footer className="footer">
      <nav aria-label={t('footer.label')}>
        <ul>
          <li>
            <Link to="/over">{t('footer.about')}</Link>
          </li>
          <li>
            <a href="/docs">{t('footer.docs')}</a>
          </li>
          <li>
            <a href="/v1/openapi.json">{t('footer.openapi')}</a>
          </li>
          <li>
            <a href="/v1/health">{t('footer.health')}</a>
          </li>
        </ul>
      </nav>
    </footer>
  );
}
