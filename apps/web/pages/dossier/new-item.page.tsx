import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import type { DossierKind, KindFact } from '../../data/answers/dossier.ts';
import { programme } from '../../data/ask.ts';
import { itemKinds } from '../../data/ask-dossier.ts';
import { hasDraft } from '../../data/draft.ts';
import { keepPast } from '../../data/moment.ts';
import { useMayRecord, useProgramme } from '../../shell/use-programme.ts';
import { Empty, Failure, Skeleton } from '../../ui/asked.tsx';
import { FactForm } from '../../ui/facts/fact-form.tsx';
import { fieldsOf } from '../../ui/facts/schema-fields.ts';
import { PageTitle } from '../../ui/page-title.tsx';
import { useWords } from '../../ui/words.tsx';

/** Brings a new item into the dossier: first of which kind, then its form. */
export function NewItemPage() {
  const { t } = useWords();
  const mayRecord = useMayRecord();
  const about = useProgramme();
  const { data, error, refetch } = useQuery(itemKinds());
  const today = useQuery(programme(about)).data?.basis.validOn;
  return (
    <div className="narrow">
      <PageTitle title={t('dossier.new')} lead={<p>{t('dossier.newLead')}</p>} />
      {!mayRecord && <Empty>{t('dossier.mayNot')}</Empty>}
      {mayRecord && error !== null && <Failure error={error} onRetry={() => void refetch()} />}
      {mayRecord && error === null && (data === undefined || today === undefined) && <Skeleton lines={4} />}
      {mayRecord && data !== undefined && today !== undefined && <NewItem kinds={data} today={today} />}
    </div>
  );
}

function beginningOf(kinds: readonly DossierKind[], wanted: string): KindFact | undefined {
  return kinds.find(({ kind }) => kind === wanted)?.facts.find(({ effect }) => effect === 'begins');
}

function NewItem({ kinds, today }: { readonly kinds: readonly DossierKind[]; readonly today: string }) {
  const { t, pick } = useWords();
  const { id: programmeId } = useProgramme();
  const draft = (of: string) => `new.${programmeId}.${of}`;
  const [kind, setKind] = useState(() => kinds.find((each) => hasDraft(draft(each.kind)))?.kind ?? '');
  const fact = beginningOf(kinds, kind);
  return (
    <>
      <KindChoice kinds={kinds} value={kind} onChange={setKind} />
      {fact !== undefined && (
        <FactForm
          key={kind}
          fields={fieldsOf(fact.body, kind)}
          given={{ occurredOn: today }}
          action={t('do.action', { what: pick(fact.words).toLowerCase() })}
          at="dossier-items"
          draft={draft(kind)}
          posting={(content) => ({ address: `/v1/programmes/${programmeId}/${fact.path}`, content })}
          after={({ id }) => (
            <p>
              <Link
                to="/programmas/$programme/dossier/$item"
                params={{ programme: programmeId, item: id }}
                search={keepPast}
              >
                {t('dossier.open')}
              </Link>
            </p>
          )}
        />
      )}
    </>
  );
}

interface ChoiceProps {
  readonly kinds: readonly DossierKind[];
  readonly value: string;
  readonly onChange: (kind: string) => void;
}

function KindChoice({ kinds, value, onChange }: ChoiceProps) {
  const { t, pick } = useWords();
  const id = useId();
  const offered = kinds.filter(({ kind }) => beginningOf(kinds, kind) !== undefined);
  return (
    <div className="filters">
      <label htmlFor={id}>
        {t('dossier.kind')}
        <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
          <option value="">{t('form.choose')}</option>
          {offered
            .toSorted((a, b) => pick(a.label).localeCompare(pick(b.label)))
            .map(({ kind, label }) => (
              <option key={kind} value={kind}>
                {pick(label)}
              </option>
            ))}
        </select>
      </label>
    </div>
  );
}
