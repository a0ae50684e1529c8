import { Link } from '@tanstack/react-router';
import { PageTitle } from '../../ui/page-title.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Section } from '../../ui/section.tsx';
import { useFilterAddress } from '../../ui/use-filter-address.ts';
import { useWords } from '../../ui/words.tsx';
import { Budget } from './budget.tsx';
import { Outcomes } from './outcomes.tsx';
import { type Part, parts, readSearch } from './part.ts';
import { Pool } from './pool.tsx';
import { Products } from './products.tsx';
import { Reach } from './reach.tsx';
import { Visits } from './visits.tsx';

/** Figures of a few lines have nothing to search in. */
const searched: readonly Part[] = ['producten', 'bezoeken', 'uitkomsten', 'pool'];

/** What the programme brought: products, visits, outcomes, reach, the pool and the money. */
export function KnowledgePage() {
  const { t } = useWords();
  const { search, type } = useFilterAddress();
  const { deel = 'producten', zoek = '' } = readSearch(search);
  return (
    <>
      <PageTitle title={t('nav.knowledge')} lead={<p>{t('knowledge.lead')}</p>} />
      <nav className="tabs" aria-label={t('knowledge.parts')}>
        {parts.map((part) => (
          <Link
            key={part}
            to="."
            search={({ deel: _, ...now }: { deel?: Part }) => ({ ...now, ...(part !== 'producten' && { deel: part }) })}
            resetScroll={false}
            activeOptions={{ exact: true }}
            aria-current={part === deel ? 'page' : undefined}
            activeProps={{}}
          >
            {t(`knowledge.${part}`)}
          </Link>
        ))}
      </nav>
      {searched.includes(deel) && (
        <div className="filters">
          <SearchField label={t('knowledge.search')} value={zoek} onChange={(text) => type({ zoek: text })} />
        </div>
      )}
      <Section title={t(`knowledge.${deel}`)}>
        <Shown part={deel} search={zoek} />
      </Section>
    </>
  );
}

function Shown({ part, search }: { readonly part: Part; readonly search: string }) {
  switch (part) {
    case 'producten':
      return <Products search={search} />;
    case 'bezoeken':
      return <Visits search={search} />;
    case 'uitkomsten':
      return <Outcomes search={search} />;
    case 'bereik':
      return <Reach />;
    case 'pool':
      return <Pool search={search} />;
    case 'budget':
      return <Budget />;
  }
}
