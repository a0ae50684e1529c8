import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { groupDecisions, groupsIn, network as networkAsked } from '../../data/ask-groups.ts';
import { mayReadStories, useSession } from '../../data/session.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { Asked, Empty } from '../../ui/asked.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../../ui/words.tsx';
import { Applicants } from './applicants.tsx';
import { Board } from './board.tsx';
import { Places } from './places.tsx';

const route = getRouteApi('/programmas/$programme/groepen/$network');

/** Composing groups of a network: who may come in and with what, and the groups that are made of them. */
export function ComposePage() {
  const { t } = useWords();
  const { network: id } = route.useParams();
  const { day, id: programme } = useProgramme();
  const session = useSession();
  const maySee = mayReadStories(session?.role);
  const decisions = useQuery({ ...groupDecisions({ id: programme, day }), enabled: maySee }).data?.data;
  return (
    <Asked query={networkAsked({ id, day })} lines={8}>
      {(network) => (
        <>
          <PageTitle title={t('groups.title', { name: network.name })} lead={<p>{t('groups.composeLead')}</p>} />
          <Section title={t('demand.title')}>
            <Places network={network} />
          </Section>
          <Section title={t('groups.applicants')}>
            <Applicants network={network} />
          </Section>
          <Section title={t('groups.board')}>
            {!maySee && <Empty>{t('groups.forbidden')}</Empty>}
            {maySee && decisions !== undefined && (
              <Board key={id} network={network} groups={groupsIn(decisions).filter((group) => group.network === id)} />
            )}
          </Section>
        </>
      )}
    </Asked>
  );
}
