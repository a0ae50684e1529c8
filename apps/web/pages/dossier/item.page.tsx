import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { DossierDetail } from '../../data/answers/dossier.ts';
import { dossierItemInFull, itemKinds } from '../../data/ask-dossier.ts';
import { keepPast } from '../../data/moment.ts';
import { useMayRecord, useProgramme } from '../../shell/use-programme.ts';
import { Asked, Empty } from '../../ui/asked.tsx';
import { useCodeWords } from '../../ui/facts/codes.ts';
import { GoneFrom } from '../../ui/gone.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Section } from '../../ui/section.tsx';
import { Status } from '../../ui/status.tsx';
import { TrajectoryLink } from '../../ui/trajectory-link.tsx';
import { useWords } from '../../ui/words.tsx';
import { FactChoice, factsToTell } from './fact-choice.tsx';
import { ItemStory } from './item-story.tsx';

const route = getRouteApi('/programmas/$programme/dossier/$item');

/** One item of the dossier: where it is, what happened to it, what names it, and what can be told of it. */
export function ItemPage() {
  const { t, pick } = useWords();
  const { item: key } = route.useParams();
  const { day } = useProgramme();
  const mayRecord = useMayRecord();
  const kinds = useQuery(itemKinds()).data;
  return (
    <Asked query={dossierItemInFull(key, day)} lines={8} gone={<GoneFrom list="dossier" />}>
      {(item, { basis }) => (
        <>
          <PageTitle title={item.title ?? pick(item.label)} lead={<p>{pick(item.label)}</p>} />
          <Standing item={item} />
          {mayRecord && kinds !== undefined && (
            <Section title={t('record.title')}>
              <FactChoice key={key} facts={factsToTell(kinds, item.kind)} item={key} today={basis.validOn} />
            </Section>
          )}
          <ItemStory item={item} />
          <NamedBy item={item} />
        </>
      )}
    </Asked>
  );
}

function Standing({ item }: { readonly item: DossierDetail }) {
  const { t, day, pick, word } = useWords();
  const codeWord = useCodeWords();
  const { words, since, due, late, carrier, publication, organisation, trajectory } = item;
  const who = carrier === null ? undefined : [word('role', carrier.role), carrier.organisation?.name];
  return (
    <Section title={t('standing.title')}>
      <dl className="facts">
        <Fact term={t('column.stage')}>
          {words !== null && pick(words)}, {day(since)}
        </Fact>
        <Fact term={t('column.due')}>
          {due === null ? t('none') : day(due)}
          {late !== null && <Status tone="bad">{t('late.days', { days: late.days })}</Status>}
        </Fact>
        <Fact term={t('dossier.carrier')}>{who?.filter((part) => part !== undefined).join(', ') ?? t('none')}</Fact>
        <Fact term={t('dossier.level')}>{codeWord('level', publication)}</Fact>
        {organisation !== null && (
          <Fact term={t('column.organisation')}>
            <TrajectoryLink trajectory={trajectory}>{organisation.name}</TrajectoryLink>
          </Fact>
        )}
      </dl>
    </Section>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function NamedBy({ item: { namedBy } }: { readonly item: DossierDetail }) {
  const { t, day, pick } = useWords();
  const { id } = useProgramme();
  return (
    <Section title={t('dossier.namedBy')}>
      {namedBy.length === 0 && <Empty>{t('dossier.namedByNone')}</Empty>}
      <ul className="rows">
        {namedBy.map(({ item, title, label, facts }) => (
          <li key={item} className="row">
            <span className="row__main">
              <Link to="/programmas/$programme/dossier/$item" params={{ programme: id, item }} search={keepPast}>
                {title ?? pick(label)}
              </Link>
              <span className="row__note">{facts.map(({ on, words }) => `${pick(words)}, ${day(on)}`).join('; ')}</span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
