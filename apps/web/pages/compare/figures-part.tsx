import { figuresOf, type Period } from '../../data/ask-between.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { Asked } from '../../ui/asked.tsx';
import { TrajectoryLink } from '../../ui/trajectory-link.tsx';
import { useWords } from '../../ui/words.tsx';
import { figureRows } from './figure-rows.ts';

/** The figures of both days; in between, what is known later of the first day. */
export function FiguresPart({ period }: { readonly period: Period }) {
  const { t, day, word } = useWords();
  const { id } = useProgramme();
  return (
    <Asked query={figuresOf(id, period)} lines={6}>
      {({ items, totals }) => (
        <>
          <p>{t('compare.differs', { count: items.length })}</p>
          <table className="table table--blocks">
            <caption className="hidden">{t('compare.figures')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('compare.figure')}</th>
                <th scope="col">{day(period.from)}</th>
                <th scope="col">{t('compare.hindsight', { day: day(period.from) })}</th>
                <th scope="col">{day(period.until)}</th>
              </tr>
            </thead>
            <tbody>
              {figureRows.map(([key, figure]) => (
                <tr key={key}>
                  <th scope="row">{word('figure', key)}</th>
                  <td data-label={day(period.from)}>{figure(totals.before)}</td>
                  <td data-label={t('compare.hindsightShort')}>{figure(totals.inHindsight)}</td>
                  <td data-label={day(period.until)}>{figure(totals.after)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="hint">{t('compare.hint')}</p>
          <ul className="rows rows--wide">
            {items.map(({ trajectory, organisation, words }) => (
              <li key={trajectory} className="row">
                <span className="row__main">
                  <TrajectoryLink trajectory={trajectory}>{organisation.name}</TrajectoryLink>
                  {words.learned !== undefined && <span className="row__note">{words.learned}</span>}
                  {words.happened !== undefined && <span className="row__note">{words.happened}</span>}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Asked>
  );
}
