import { useState } from 'react';
import type { GivenAccess } from '../../data/answers/taking-part.ts';
import { addDays, dayOf } from '../../data/dates.ts';
import { posting } from '../../data/posting.ts';
import { accessesOf } from '../../data/taking-part.ts';
import { useMayRecord, useProgramme } from '../../shell/use-programme.ts';
import { Asked, Empty } from '../../ui/asked.tsx';
import { FactForm } from '../../ui/facts/fact-form.tsx';
import type { Field, Values } from '../../ui/facts/fields.ts';
import { reason } from '../../ui/facts/shared-fields.ts';
import { Section } from '../../ui/section.tsx';
import { Status, type Tone } from '../../ui/status.tsx';
import { useWords } from '../../ui/words.tsx';
import { AccessLink } from './access-link.tsx';

/** How long access holds, unless the lead says otherwise. */
const usualDays = 90;

const fields: readonly Field[] = [
  { name: 'role', kind: 'role', required: true },
  { name: 'until', kind: 'day', required: true },
];

interface Props {
  readonly trajectory: string;
  readonly name: string;
  readonly today: string;
}

/** Who has a page of their own by a link, until when; given and revoked here. */
export function Access({ trajectory, name, today }: Props) {
  const { t } = useWords();
  const { day } = useProgramme();
  const mayRecord = useMayRecord();
  return (
    <Section title={t('access.title')}>
      <Asked query={accessesOf({ id: trajectory, day })}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{t('access.empty')}</Empty>
          ) : (
            <ul className="rows">
              {items.map((given) => (
                <Given key={given.access} given={given} name={name} today={today} />
              ))}
            </ul>
          )
        }
      </Asked>
      {mayRecord && <Give trajectory={trajectory} today={today} />}
    </Section>
  );
}

function Give({ trajectory, today }: Pick<Props, 'trajectory' | 'today'>) {
  const { t } = useWords();
  const { id } = useProgramme();
  const [isOpen, setIsOpen] = useState(false);
  // On an example log today is a simulated day; the link itself is for real days.
  const now = dayOf(new Date().toISOString());
  const given: Values = { role: 'contact', until: addDays(today > now ? today : now, usualDays) };
  return (
    <>
      <div className="choices access__give">
        <button type="button" className="choice" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {t('access.give')}
        </button>
      </div>
      {isOpen && (
        <FactForm
          fields={fields}
          given={given}
          action={t('access.action')}
          draft={`${trajectory}.access`}
          posting={({ role = '', until = '' }) =>
            posting('/v1/programmes/{id}/participation-accesses', id, {
              ...{ occurredOn: today, trajectory, role: String(role), until: String(until) },
            })
          }
          at="dossier-items"
          after={() => <p className="hint">{t('access.given')}</p>}
        />
      )}
    </>
  );
}

const tones: Record<string, Tone> = { open: 'good', expired: 'neutral', revoked: 'neutral' };

interface GivenProps extends Pick<Props, 'name' | 'today'> {
  readonly given: GivenAccess;
}

function Given({ given: { access, role, until, state, revokedOn, sentOn }, name, today }: GivenProps) {
  const { t, day, word } = useWords();
  const mayRecord = useMayRecord();
  const [open, setOpen] = useState<'link' | 'revoke'>();
  const last = sentOn.at(-1);
  const who = word('role', role);
  return (
    <li className="row">
      <span className="row__main">
        <strong>{who}</strong>
        <span className="row__note">{t('access.until', { day: day(until) })}</span>
        {last !== undefined && <span className="row__note">{t('access.sent', { day: day(last) })}</span>}
        {revokedOn !== null && <span className="row__note">{t('access.revokedOn', { day: day(revokedOn) })}</span>}
      </span>
      <Status tone={tones[state] ?? 'neutral'}>{word('access', state)}</Status>
      {mayRecord && state === 'open' && (
        <fieldset className="row__actions">
          <legend className="hidden">{t('access.actions', { who })}</legend>
          {(['link', 'revoke'] as const).map((each) => (
            <button
              key={each}
              type="button"
              className="choice choice--small"
              aria-expanded={open === each}
              onClick={() => setOpen(open === each ? undefined : each)}
            >
              {t(`access.${each}`)}
            </button>
          ))}
        </fieldset>
      )}
      {open === 'link' && state === 'open' && (
        <div className="row__form">
          <AccessLink access={access} name={name} until={until} today={today} />
        </div>
      )}
      {open === 'revoke' && (
        <div className="row__form">
          <FactForm
            fields={[reason]}
            given={{}}
            action={t('access.revoke')}
            draft={`${access}.revoke`}
            posting={(content) =>
              posting('/v1/dossier-items/{id}/participation-access-revocations', access, {
                ...{ occurredOn: today, reason: String(content['reason'] ?? '') },
              })
            }
            at="dossier-items"
            id={access}
          />
        </div>
      )}
    </li>
  );
}
