import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { itemsOf } from '../../data/ask.ts';
import { dossierItemInFull } from '../../data/ask-dossier.ts';
import { posting } from '../../data/posting.ts';
import { useMayRecord, useProgramme } from '../../shell/use-programme.ts';
import { Asked, Empty } from '../../ui/asked.tsx';
import { FactForm } from '../../ui/facts/fact-form.tsx';
import type { Field } from '../../ui/facts/fields.ts';
import { Section } from '../../ui/section.tsx';
import { Status } from '../../ui/status.tsx';
import { useWords } from '../../ui/words.tsx';

const opening: readonly Field[] = [
  { name: 'text', kind: 'text', label: 'form.introduction' },
  { name: 'network', kind: 'reference', to: 'network' },
  { name: 'until', kind: 'day' },
];
const closing: readonly Field[] = [{ name: 'reason', kind: 'text' }];

/** The form by which organisations apply by themselves: whether it is open, its address, and opening and closing it. */
export function ApplicationForms({ today }: { readonly today: string }) {
  const { t } = useWords();
  const about = useProgramme();
  const mayRecord = useMayRecord();
  return (
    <Section title={t('form.title')}>
      <Asked query={itemsOf(about, 'application-form')}>
        {({ items }) => {
          const open = items.filter(({ ended }) => !ended);
          return (
            <>
              {open.length === 0 && <Empty>{t('form.empty')}</Empty>}
              <ul className="rows">
                {open.map(({ item, since }) => (
                  <Form key={item} item={item} since={since} today={today} />
                ))}
              </ul>
              {mayRecord && open.length === 0 && <Opening today={today} />}
            </>
          );
        }}
      </Asked>
    </Section>
  );
}

function Opening({ today }: { readonly today: string }) {
  const { t } = useWords();
  const { id } = useProgramme();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <div className="choices">
        <button type="button" className="choice" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {t('form.open')}
        </button>
      </div>
      {isOpen && (
        <FactForm
          fields={opening}
          given={{}}
          action={t('form.action')}
          draft={`${id}.application-form`}
          posting={(content) => posting('/v1/programmes/{id}/application-forms', id, { ...content, occurredOn: today })}
        />
      )}
    </>
  );
}

interface Props {
  readonly item: string;
  readonly since: string;
  readonly today: string;
}

function Form({ item, since, today }: Props) {
  const { t, day } = useWords();
  const { id, day: past } = useProgramme();
  const mayRecord = useMayRecord();
  const [isOpen, setIsOpen] = useState(false);
  const until = useQuery(dossierItemInFull(item, past)).data?.data.facts.findLast(({ fact }) => fact === 'opened')
    ?.data['until'];
  const last = typeof until === 'string' ? until : undefined;
  const isPast = last !== undefined && last < today;
  const address = new URL(`/aanmelden/${id}`, location.origin).href;
  return (
    <li className="row">
      <span className="row__main">
        <a href={address}>{address}</a>
        <span className="row__note">{t('form.since', { day: day(since) })}</span>
        {last !== undefined && <span className="row__note">{t('form.until', { day: day(last) })}</span>}
      </span>
      <Status tone={isPast ? 'neutral' : 'good'}>{t(isPast ? 'form.isPast' : 'form.isOpen')}</Status>
      {mayRecord && (
        <div className="row__actions">
          <button
            type="button"
            className="choice choice--small"
            aria-expanded={isOpen}
            onClick={() => setIsOpen(!isOpen)}
          >
            {t('form.close')}
          </button>
        </div>
      )}
      {mayRecord && isOpen && (
        <div className="row__form">
          <FactForm
            fields={closing}
            given={{}}
            action={t('form.close')}
            draft={`${item}.close`}
            posting={(content) =>
              posting('/v1/dossier-items/{id}/application-form-closings', item, {
                ...content,
                occurredOn: today,
              })
            }
          />
        </div>
      )}
    </li>
  );
}
