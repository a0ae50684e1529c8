import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { meetings, programme, progress } from '../../data/ask.ts';
import { keepPast } from '../../data/moment.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { Asked, Empty } from '../../ui/asked.tsx';
import { useLayerNames } from '../../ui/layers.ts';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../../ui/words.tsx';
import { silentOf } from '../meetings/invitations.ts';
import { AskedAgreements } from './asked-agreements.tsx';
import { type Appointment, weekOf } from './week.ts';

/** Meetings and agreed days of today and the six days after it. */
export function Week() {
  const { t } = useWords();
  return (
    <Section title={t('week.title')}>
      <Asked query={programme(useProgramme())} lines={2}>
        {({ meetings: planned }, { basis }) => (
          <AskedAgreements lines={2}>
            {(agreements) => <Appointments week={weekOf(basis.validOn, { meetings: planned, ...agreements })} />}
          </AskedAgreements>
        )}
      </Asked>
    </Section>
  );
}

function Appointments({ week }: { readonly week: readonly Appointment[] }) {
  const { t, day } = useWords();
  if (week.length === 0) return <Empty>{t('week.empty')}</Empty>;
  return (
    <ul className="rows">
      {week.map((appointment) => (
        <li key={JSON.stringify(appointment)} className="row">
          <span className="row__day">{day(appointment.on, 'weekday')}</span>
          <span className="row__main">
            <What appointment={appointment} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** How many of those who were invited have not answered. */
function Silent({ meeting }: { readonly meeting: string }) {
  const { t } = useWords();
  const about = useProgramme();
  const standings = useQuery(progress(about)).data?.data.items ?? [];
  const planned = useQuery(meetings(about)).data?.data.items.find((item) => item.meeting === meeting);
  const silent = planned && silentOf(planned, standings);
  if (silent === undefined || silent.length === 0) return null;
  return <span className="row__note">{t('invitation.silentCount', { count: silent.length })}</span>;
}

function What({ appointment }: { readonly appointment: Appointment }) {
  const { t, word } = useWords();
  const { id } = useProgramme();
  const layerName = useLayerNames();
  if (appointment.what === 'meeting')
    return (
      <>
        <Link
          to="/programmas/$programme/bijeenkomsten/$meeting"
          params={{ programme: id, meeting: appointment.meeting }}
          search={keepPast}
        >
          {appointment.title}
        </Link>
        <Silent meeting={appointment.meeting} />
      </>
    );
  const { name } = appointment;
  return appointment.what === 'commitment'
    ? t('week.commitment', { name, layer: layerName(appointment.layer) })
    : t('week.pledge', { name, role: word('role', appointment.role) });
}
