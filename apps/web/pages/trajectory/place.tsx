import type { Standing } from '../../data/answers/progress.ts';
import { network as networkAsked } from '../../data/ask-groups.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { Asked } from '../../ui/asked.tsx';
import { apply } from '../../ui/decisions/commands.ts';
import { Decisions, usePlaceWords } from '../../ui/decisions/decisions.tsx';
import { placeIn } from '../../ui/decisions/place.ts';
import { CommandChoices } from '../../ui/facts/command-choices.tsx';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../../ui/words.tsx';

interface Props {
  readonly standing: Standing;
  readonly today: string;
}

/** Where it stands in its network, and what is to be decided: the way from interest to a place. */
export function PlacePart({ standing, today }: Props) {
  const { t } = useWords();
  const { network, participation } = standing;
  return (
    <Section title={t('decide.title')}>
      {network === null && <p>{t('decide.noNetwork')}</p>}
      {participation.step === 'interested' ? (
        <Application standing={standing} today={today} />
      ) : (
        network !== null && <InNetwork standing={standing} network={network.id} today={today} />
      )}
    </Section>
  );
}

function Application({ standing: { organisation, programme, network }, today }: Props) {
  const { t } = useWords();
  return (
    <CommandChoices
      commands={[apply]}
      legend={t('decide.legend', { name: organisation.name })}
      id={programme}
      fixed={{ organisation: organisation.id }}
      today={today}
      given={() => ({ network: network?.id ?? '' })}
    />
  );
}

function InNetwork({ standing, network, today }: Props & { readonly network: string }) {
  const { t } = useWords();
  const { day } = useProgramme();
  const placeWords = usePlaceWords();
  const { trajectory, organisation, participation } = standing;
  return (
    <Asked query={networkAsked({ id: network, day })} lines={2}>
      {(detail) => (
        <>
          <p>
            <strong>{placeWords(placeIn(detail, trajectory), participation.step)}</strong>
          </p>
          <p className="hint">
            {t('decide.network', {
              name: detail.name,
              places: detail.places.length,
              target: detail.target,
              free: detail.free,
              waiting: detail.waiting.length,
            })}
          </p>
          <Decisions
            network={detail}
            trajectory={trajectory}
            name={organisation.name}
            step={participation.step}
            today={today}
          />
        </>
      )}
    </Asked>
  );
}
