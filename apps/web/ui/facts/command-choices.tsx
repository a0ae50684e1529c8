import { useState } from 'react';
import { hasDraft } from '../../data/draft.ts';
import { type Choice, Choices } from '../choices.tsx';
import { useWords } from '../words.tsx';
import { CommandForm, type CommandFormProps, draftPlace } from './command-form.tsx';
import { type Command, commandDraft } from './commands.ts';
import type { Values } from './fields.ts';

interface Props extends Omit<CommandFormProps, 'command' | 'given'> {
  readonly commands: readonly Command[];
  readonly legend: string;
  /** Where it stands in a row of a list. */
  readonly isInRow?: boolean;
  readonly given?: (command: Command) => Values;
}

/** The command of which the form was begun and not sent. */
export function begunOf(
  commands: readonly Command[],
  id: string,
  fixed?: CommandFormProps['fixed'],
): Command | undefined {
  return commands.find(({ key }) => hasDraft(commandDraft(draftPlace(id, fixed), key)));
}

/** Commands about one thing, each behind a button; the form in which something was begun stands open. */
export function CommandChoices({ commands, legend, isInRow = false, given, ...form }: Props) {
  const { t } = useWords();
  const { id, fixed } = form;
  const [opened, setOpened] = useState(() => begunOf(commands, id, fixed));
  // A form stays while it is used, also when what it recorded leaves nothing to choose: there it says so.
  const offered =
    opened === undefined || commands.some(({ key }) => key === opened.key) ? commands : [...commands, opened];
  if (offered.length === 0) return null;
  return (
    <>
      <Choices
        choices={offered.map(({ key, label }): Choice => [key, t(label)])}
        open={opened?.key ?? ''}
        onOpen={(key) => setOpened(offered.find((command) => command.key === key))}
        legend={legend}
        isSmall
        isInRow={isInRow}
      />
      {opened !== undefined && (
        <div className={isInRow ? 'row__form' : 'choices__form'}>
          <CommandForm
            key={opened.key}
            {...form}
            command={opened}
            {...(given !== undefined && { given: given(opened) })}
          />
        </div>
      )}
    </>
  );
}
