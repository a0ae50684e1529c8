import type { KnowledgeProduct } from '../../data/answers/knowledge.ts';
import { knowledgeOf } from '../../data/ask-knowledge.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { Asked } from '../../ui/asked.tsx';
import { useCodeWords } from '../../ui/facts/codes.ts';
import { mentions } from '../../ui/plain.ts';
import { Status } from '../../ui/status.tsx';
import { useWords } from '../../ui/words.tsx';
import { Found, ItemLink } from './found.tsx';

const tones = { made: 'neutral', published: 'good', withdrawn: 'bad' } as const;

/** What was made of what was learned: films, guides, reports; where it was published and where it went. */
export function Products({ search }: { readonly search: string }) {
  const { t } = useWords();
  const codeWord = useCodeWords();
  const texts = ({ title, form, organisation, published, spread }: KnowledgeProduct) => [
    title,
    codeWord('form', form),
    organisation?.name,
    ...[...published, ...spread].map(({ where }) => where),
  ];
  return (
    <Asked query={knowledgeOf(useProgramme())} lines={6}>
      {({ products, made, published, spreadings, people }) => (
        <>
          {made > 0 && <p>{t('knowledge.productsSentence', { made, published, spreadings, people })}</p>}
          <Found
            all={products}
            found={products.filter((product) => mentions(search, texts(product)))}
            none="knowledge.noProducts"
          >
            {(product) => <ProductRow key={product.item} product={product} />}
          </Found>
        </>
      )}
    </Asked>
  );
}

function ProductRow({ product }: { readonly product: KnowledgeProduct }) {
  const { t, day, word } = useWords();
  const codeWord = useCodeWords();
  const { item, title, form, organisation, madeOn, state, published, spread } = product;
  return (
    <li className="row">
      <span className="row__day">{day(madeOn)}</span>
      <span className="row__main">
        <ItemLink item={item}>{title}</ItemLink>
        <span className="row__note">
          {[codeWord('form', form), organisation?.name].filter((part) => part !== undefined).join(', ')}
        </span>
        {published.map(({ on, where, level }) => (
          <span key={`${on}${where}`} className="row__note">
            {t('knowledge.publishedAt', { where, day: day(on), level: codeWord('level', level).toLowerCase() })}
          </span>
        ))}
        {spread.map(({ on, where, people }) => (
          <span key={`${on}${where}`} className="row__note">
            {t(people === null ? 'knowledge.spreadAt' : 'knowledge.spreadTo', {
              where,
              day: day(on),
              people: people ?? 0,
            })}
          </span>
        ))}
      </span>
      <Status tone={tones[state as keyof typeof tones] ?? 'neutral'}>{word('productState', state)}</Status>
    </li>
  );
}
