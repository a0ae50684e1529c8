import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { PublicForm } from '../../data/answers/taking-part.ts';
import { ApiProblem } from '../../data/problem.ts';
import { formOf } from '../../data/taking-part.ts';
import { Failure, Skeleton } from '../../ui/asked.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../../ui/words.tsx';
import { ApplyForm } from './apply-form.tsx';

const route = getRouteApi('/aanmelden/$programme');

/** Applying to a programme without signing in, as long as the lead has a form open for it. */
export function ApplyPage() {
  const { t } = useWords();
  const { programme } = route.useParams();
  const { data, error, refetch } = useQuery(formOf(programme));
  const [applied, setApplied] = useState<string>();
  if (data !== undefined && applied !== undefined) return <Applied form={data} organisation={applied} />;
  if (error instanceof ApiProblem && error.status === 404) {
    return (
      <div className="own">
        <PageTitle title={t('apply.none')} lead={<p>{t('apply.noneWords')}</p>} />
      </div>
    );
  }
  if (data === undefined) {
    return error === null ? <Skeleton lines={8} /> : <Failure error={error} onRetry={() => void refetch()} />;
  }
  return (
    <div className="own">
      {data.fictitious && <p className="example">{t('example')}</p>}
      <Introduction form={data} />
      <ApplyForm programme={programme} form={data} onApplied={setApplied} />
    </div>
  );
}

function Introduction({ form: { name, client, from, until, text, openUntil } }: { readonly form: PublicForm }) {
  const { t, day } = useWords();
  return (
    <>
      <PageTitle
        title={t('apply.title', { name })}
        lead={
          <p>
            {client}, {day(from)} – {day(until)}
          </p>
        }
      />
      {text?.split(/\n{2,}/).map((paragraph) => (
        <p key={paragraph} className="own__text">
          {paragraph}
        </p>
      ))}
      {openUntil !== null && <p>{t('apply.openUntil', { day: day(openUntil) })}</p>}
    </>
  );
}

/** That it came in, and what happens next. */
function Applied({ form: { name }, organisation }: { readonly form: PublicForm; readonly organisation: string }) {
  const { t } = useWords();
  return (
    <div className="own">
      <PageTitle title={t('apply.received')} lead={<p>{t('apply.receivedWords', { organisation, name })}</p>} />
      <Section title={t('apply.next')}>
        <ol className="apply__next">
          <li>{t('apply.next.read')}</li>
          <li>{t('apply.next.intake')}</li>
          <li>{t('apply.next.decide')}</li>
        </ol>
        <p className="hint">{t('apply.change')}</p>
      </Section>
    </div>
  );
}
