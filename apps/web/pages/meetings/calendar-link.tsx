import { useMutation } from '@tanstack/react-query';
import { Button } from '@utrecht/component-library-react';
import { useId } from 'react';
import * as z from 'zod/mini';
import { answered, api } from '../../data/client.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { Failure } from '../../ui/asked.tsx';
import { useWords } from '../../ui/words.tsx';

const answer = z.object({ address: z.string() });

/** The address by which a calendar program follows the meetings; made when it is asked for, because it opens them to whoever has it. */
export function CalendarLink() {
  const { t } = useWords();
  const { id } = useProgramme();
  const field = useId();
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: async () => {
      const asked = api.GET('/v1/programmes/{id}/calendar-link', { params: { path: { id } } });
      return new URL(answer.parse(await answered(asked)).address, location.origin).href;
    },
  });
  if (data === undefined)
    return (
      <p>
        <Button appearance="subtle-button" busy={isPending} onClick={() => mutate()}>
          {t('calendar.follow')}
        </Button>
        {error !== null && <Failure error={error} />}
      </p>
    );
  return (
    <div className="record" role="status">
      <label htmlFor={field}>{t('calendar.address')}</label>
      <p className="hint" id={`${field}-hint`}>
        {t('calendar.hint')}
      </p>
      <input
        id={field}
        className="utrecht-textbox utrecht-textbox--html-input"
        readOnly
        value={data}
        aria-describedby={`${field}-hint`}
        onFocus={(event) => event.currentTarget.select()}
      />
    </div>
  );
}
