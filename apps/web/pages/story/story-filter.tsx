import { SelectField } from '../../ui/select-field.tsx';
import { useWords } from '../../ui/words.tsx';
import type { Choosable, Narrowing } from './narrowing.ts';

interface Props {
  readonly choosable: Choosable;
  readonly chosen: Narrowing;
  readonly onChange: (part: Partial<Narrowing>) => void;
}

/** What was recorded, by whom and by which way, and whether it puts something right; only what makes a difference is asked. */
export function StoryFilter({ choosable: { types, roles, channels, hasPutRight }, chosen, onChange }: Props) {
  const { t, word } = useWords();
  return (
    <div className="filters">
      {types.length > 1 && (
        <SelectField
          label={t('story.type')}
          value={chosen.type}
          options={types.map((type) => [type, type])}
          onChange={(type) => onChange({ type })}
        />
      )}
      {roles.length > 1 && (
        <SelectField
          label={t('story.by')}
          value={chosen.role}
          options={roles.map((role) => [role, word('role', role)])}
          onChange={(role) => onChange({ role })}
        />
      )}
      {channels.length > 1 && (
        <SelectField
          label={t('story.channel')}
          value={chosen.channel}
          options={channels.map((channel) => [channel, word('channel', channel)])}
          onChange={(channel) => onChange({ channel })}
        />
      )}
      {hasPutRight && (
        <label className="check">
          <input
            type="checkbox"
            checked={chosen.putRight}
            onChange={(event) => onChange({ putRight: event.currentTarget.checked })}
          />
          {t('story.putRight')}
        </label>
      )}
    </div>
  );
}
