import { getRouteApi } from '@tanstack/react-router';
import { progress, story } from '../../data/ask.ts';
import { mayReadStories, useSession } from '../../data/session.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { Asked, Empty } from '../../ui/asked.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { useFilterAddress } from '../../ui/use-filter-address.ts';
import { useWords } from '../../ui/words.tsx';
import { NarrowedStory } from '../story/narrowed-story.tsx';
import { inAddress, narrowingIn } from '../story/narrowing.ts';
import { Step } from './step.tsx';

const route = getRouteApi('/programmas/$programme/audit');

/** The story of one trajectory, step by step in the order in which it was recorded. */
export function AuditPage() {
  const { t } = useWords();
  const session = useSession();
  const { deelname } = route.useSearch();
  const mayRead = mayReadStories(session?.role);
  return (
    <>
      <PageTitle title={t('nav.audit')} lead={<p>{t('audit.lead')}</p>} />
      {!mayRead && <Empty>{t('story.forbidden')}</Empty>}
      {mayRead && <Choice value={deelname ?? ''} />}
      {mayRead && deelname === undefined && <Empty>{t('audit.choose')}</Empty>}
      {mayRead && deelname !== undefined && <Steps trajectory={deelname} />}
    </>
  );
}

function Choice({ value }: { readonly value: string }) {
  const { t } = useWords();
  const { change } = useFilterAddress();
  return (
    <Asked query={progress(useProgramme())} lines={1}>
      {({ items }) => (
        <div className="filters">
          <SelectField
            label={t('audit.whose')}
            value={value}
            options={[
              ['', t('form.choose')],
              ...items.map(({ trajectory, organisation }) => [trajectory, organisation.name] as const),
            ]}
            onChange={(deelname) => change({ deelname })}
            withoutAll
          />
        </div>
      )}
    </Asked>
  );
}

/** Narrowed as the address says: an auditor can send it along. */
function Steps({ trajectory }: { readonly trajectory: string }) {
  const { t } = useWords();
  const { day } = useProgramme();
  const { change } = useFilterAddress();
  const wanted = narrowingIn(route.useSearch());
  return (
    <Asked query={story({ id: trajectory, day }, 'trajectory')} lines={8}>
      {({ items }) => (
        <>
          <p role="status" className="hint">
            {t('audit.count', { count: items.length })}
          </p>
          <NarrowedStory
            key={trajectory}
            story={items}
            wanted={wanted}
            onNarrow={(part) => change(inAddress(part))}
            withTypes
          >
            {(shown) => (
              <ol className="rows rows--wide">
                {shown.map((line) => (
                  <Step key={line.eventId} line={line} story={items} trajectory={trajectory} />
                ))}
              </ol>
            )}
          </NarrowedStory>
        </>
      )}
    </Asked>
  );
}
