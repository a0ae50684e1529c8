import { getRouteApi } from '@tanstack/react-router';
import type { ChangeQuestion } from '../../data/answers/follow.ts';
import type { NetworkDetail } from '../../data/answers/groups.ts';
import { questions } from '../../data/ask.ts';
import { groupDecisions, groupsIn, network as networkAsked } from '../../data/ask-groups.ts';
import { mayReadStories, useSession } from '../../data/session.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { Asked, Empty } from '../../ui/asked.tsx';
import { GoneFrom } from '../../ui/gone.tsx';
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
  const about = useProgramme();
  const session = useSession();
  return (
    <Asked query={networkAsked({ id, day: about.day })} lines={8} gone={<GoneFrom list="groups" />}>
      {(network) => (
        <>
          <PageTitle title={t('groups.title', { name: network.name })} lead={<p>{t('groups.composeLead')}</p>} />
          <Section title={t('demand.title')}>
            <Places network={network} />
          </Section>
          <Asked query={questions(about)} lines={8}>
            {({ items }) => (
              <>
                <Section title={t('groups.applicants')}>
                  <Applicants network={network} questions={items} />
                </Section>
                <Section title={t('groups.board')}>
                  {mayReadStories(session?.role) ? (
                    <Composition network={network} questions={items} />
                  ) : (
                    <Empty>{t('groups.forbidden')}</Empty>
                  )}
                </Section>
              </>
            )}
          </Asked>
        </>
      )}
    </Asked>
  );
}

interface Props {
  readonly network: NetworkDetail;
  readonly questions: readonly ChangeQuestion[];
}

function Composition({ network, questions: asked }: Props) {
  return (
    <Asked query={groupDecisions(useProgramme())} lines={6}>
      {(decisions) => (
        <Board
          key={network.network}
          network={network}
          questions={asked}
          groups={groupsIn(decisions).filter((group) => group.network === network.network)}
        />
      )}
    </Asked>
  );
}
