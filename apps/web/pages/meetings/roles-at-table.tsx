import { Button } from '@utrecht/component-library-react';
import { useRef, useState } from 'react';
import { LineField } from '../../ui/form.tsx';
import { useWords } from '../../ui/words.tsx';
import { mostRoles, offeredRoles, whyNotAdded, withTyped } from './typed-role.ts';

interface Props {
  /** Whose roles they are. */
  readonly name: string;
  readonly roles: readonly string[];
  /** Another role, as far as it was typed. */
  readonly typed: string;
  /** What must change in what was typed. */
  readonly error: unknown;
  readonly onChoose: (roles: readonly string[]) => void;
  readonly onType: (text: string) => void;
  /** What was typed stands with the roles now. */
  readonly onAdd: (roles: readonly string[]) => void;
  /** What was typed is no role that can be added. */
  readonly onRefuse: () => void;
}

/** In which roles an organisation was there, behind a button that says them. */
export function RolesAtTable(props: Props) {
  const { t, word } = useWords();
  const [isAsked, setIsAsked] = useState(false);
  const { name, roles, typed, error } = props;
  const wordOf = (role: string) => word('role', role);
  const isOpen = isAsked || error !== undefined;
  // What was typed is recorded too: it is not out of sight when the field is.
  const shown = isOpen ? roles : withTyped(roles, typed, wordOf);
  const said = shown.length === 0 ? t('attendance.noRoles') : shown.map(wordOf).join(', ');
  return (
    <>
      <button type="button" className="tap__roles" aria-expanded={isOpen} onClick={() => setIsAsked(!isOpen)}>
        {t('attendance.roles', { roles: said })}
        <span className="hidden">, {name}</span>
      </button>
      {isOpen && <RoleTicks {...props} />}
    </>
  );
}

/** The roles that are known to tick, and another in ordinary words, which becomes one of them. */
function RoleTicks({ name, roles, typed, error, onChoose, onType, onAdd, onRefuse }: Props) {
  const { t, word } = useWords();
  const [before, setBefore] = useState(roles);
  const field = useRef<HTMLDivElement>(null);
  const wordOf = (role: string) => word('role', role);
  const offered = offeredRoles(before, roles);
  const isFull = roles.length >= mostRoles;
  const turn = (role: string) => {
    // A role in words that is unticked stays, with the focus that is on it.
    setBefore(offered);
    onChoose(roles.includes(role) ? roles.filter((each) => each !== role) : [...roles, role]);
  };
  const add = () => {
    if (typed.trim() === '') return;
    if (whyNotAdded(roles, typed, wordOf) === undefined) return onAdd(withTyped(roles, typed, wordOf));
    onRefuse();
    field.current?.querySelector('input')?.focus();
  };
  return (
    <fieldset className="part">
      <legend>{t('attendance.rolesOf', { name })}</legend>
      <div className="tap__ticks">
        {offered.map((role) => (
          <label key={role} className="check">
            <input
              type="checkbox"
              checked={roles.includes(role)}
              disabled={isFull && !roles.includes(role)}
              onChange={() => turn(role)}
            />
            {wordOf(role)}
          </label>
        ))}
      </div>
      <div role="status">{isFull && <p className="hint">{t('attendance.rolesFull', { most: mostRoles })}</p>}</div>
      <div ref={field}>
        <LineField
          label={t('attendance.otherRole')}
          name="role"
          error={error}
          hint={t('form.otherRoleHint')}
          value={typed}
          onChange={onType}
          onEnter={add}
        />
      </div>
      <Button appearance="secondary-action-button" onClick={add}>
        {t('form.add')}
        <span className="hidden"> {t('attendance.toRolesOf', { name })}</span>
      </Button>
    </fieldset>
  );
}
