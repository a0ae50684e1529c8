import { Button } from '@utrecht/component-library-react';
import { type RefObject, useRef, useState } from 'react';
import { putBack } from '../data/draft.ts';
import type { Unsent } from '../data/unsent/shelf.ts';
import { outbox, useOutbox } from '../data/unsent/this-outbox.ts';
import { useWords } from '../ui/words.tsx';

/** What was recorded and is not at the API yet: how much waits, what was sent after all, and what was refused. */
export function OutboxNotice() {
  const { t } = useWords();
  const { waiting, refused, sent, others } = useOutbox();
  const place = useRef<HTMLElement>(null);
  return (
    <section ref={place} tabIndex={-1} className="outbox" aria-label={t('outbox.label')}>
      <div role="status">
        {waiting.length > 0 && <p>{t('outbox.waiting', { count: waiting.length })}</p>}
        {others > 0 && <p>{t('outbox.others', { count: others })}</p>}
        {sent.length > 0 && <p>{t('outbox.sent', { count: sent.length, what: sent.map(nameOf).join('; ') })}</p>}
      </div>
      {waiting.length > 0 && (
        <Button appearance="secondary-action-button" onClick={() => leave(place, () => void outbox.flush())}>
          {t('outbox.now')}
        </Button>
      )}
      {sent.length > 0 && (
        <Button appearance="subtle-button" onClick={() => leave(place, () => outbox.forgetSent())}>
          {t('outbox.seen')}
        </Button>
      )}
      <div role="alert">
        {refused.map((command) => (
          <Refused key={command.key} command={command} onDrop={() => leave(place, () => outbox.drop(command.key))} />
        ))}
      </div>
    </section>
  );
}

/** The button goes away; the focus stays here. */
function leave(place: RefObject<HTMLElement | null>, act: () => void): void {
  place.current?.focus();
  act();
}

function nameOf(command: Unsent): string {
  return `${command.what} (${pageOf(command)})`;
}

/** The title of the page where it was entered, without the name of the product. */
function pageOf({ page }: Unsent): string {
  return page.title.replace(/ · [^·]*$/, '');
}

/**
 * Back to the page where it was entered, with what stood in the form; the page is loaded anew, so that the form reads it.
 * @returns whether it could: where something else stands in the form by now, both stay where they are
 */
function repair({ key, draft, page }: Unsent): boolean {
  if (draft !== undefined && !putBack(draft)) return false;
  outbox.drop(key);
  location.assign(page.address);
  return true;
}

function Refused({ command, onDrop }: { readonly command: Unsent; readonly onDrop: () => void }) {
  const { t } = useWords();
  const [isTaken, setIsTaken] = useState(false);
  const reasons = command.refused ?? [];
  return (
    <div className="outbox__refused">
      <p>
        <strong>{t('outbox.refused', { what: nameOf(command) })}</strong>{' '}
        {reasons.length === 0 ? t('failure.unknown') : reasons.join(' ')}
      </p>
      {isTaken && <p>{t('outbox.taken', { page: pageOf(command) })}</p>}
      <Button appearance="secondary-action-button" onClick={() => setIsTaken(!repair(command))}>
        {t('outbox.repair')}
      </Button>
      <Button appearance="subtle-button" onClick={onDrop}>
        {t('outbox.drop')}
      </Button>
    </div>
  );
}
