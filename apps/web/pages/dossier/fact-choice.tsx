import { useState } from 'react';
import type { DossierKind, KindFact } from '../../data/answers/dossier.ts';
import { hasDraft } from '../../data/draft.ts';
import { Choices } from '../../ui/choices.tsx';
import { FactForm } from '../../ui/facts/fact-form.tsx';
import { fieldsOf } from '../../ui/facts/schema-fields.ts';
import { useWords } from '../../ui/words.tsx';

/** The kind whose facts can be told of an item of any kind. */
const anyKind = 'item';

/** What can be told of an item of this kind, without what brings it in. */
export function factsToTell(kinds: readonly DossierKind[], kind: string): readonly KindFact[] {
  return [kind, anyKind]
    .flatMap((each) => kinds.find((one) => one.kind === each)?.facts ?? [])
    .filter(({ effect }) => effect !== 'begins');
}

interface Props {
  readonly facts: readonly KindFact[];
  readonly item: string;
  readonly today: string;
}

/** Tells a fact about an item: first which, then its form. */
export function FactChoice({ facts, item, today }: Props) {
  const { t, pick } = useWords();
  const draft = (path: string) => `${item}.${path}`;
  const [open, setOpen] = useState(() => facts.find(({ path }) => hasDraft(draft(path)))?.path ?? '');
  const fact = facts.find(({ path }) => path === open);
  return (
    <>
      <Choices
        choices={facts.map(({ path, words }) => [path, pick(words)])}
        open={open}
        onOpen={setOpen}
        legend={t('record.title')}
        isSmall
      />
      {fact !== undefined && (
        <FactForm
          key={fact.path}
          fields={fieldsOf(fact.body, fact.type.split('.')[0])}
          given={{ occurredOn: today }}
          action={t('do.action', { what: pick(fact.words).toLowerCase() })}
          at="dossier-items"
          id={item}
          draft={draft(fact.path)}
          posting={(content) => ({ address: `/v1/dossier-items/${item}/${fact.path}`, content })}
        />
      )}
    </>
  );
}
