import { createContext, type ReactNode, use, useCallback, useMemo } from 'react';
import { IntlProvider, useIntl } from 'react-intl';
import type { BothLanguages } from '../data/answers/basis.ts';
import { dayOf } from '../data/dates.ts';
import { chooseLanguage, type Language } from '../data/language.ts';
import type { MessageId } from './message-id.ts';

export type { MessageId } from './message-id.ts';
export type Messages = Record<MessageId, string>;
type Values = Record<string, string | number>;

/** What gives a text its words. */
export interface Words {
  readonly language: Language;
  /** The message in the language of the page. */
  readonly t: (id: MessageId, values?: Values) => string;
  /** The word for a value of the API, such as a step; a value that has no word yet is shown as it is. */
  readonly word: (group: string, value: string) => string;
  /** The half of a text that the API tells in both languages. */
  readonly pick: (text: BothLanguages) => string;
  /** A day in words: `18 mrt 2026`, or short without the year; of a month, by one of its days, `maart 2026`. */
  readonly day: (day: string, form?: 'short' | 'long' | 'weekday' | 'month') => string;
}

const Switch = createContext<(language: Language) => void>(() => undefined);

interface Props {
  readonly language: Language;
  readonly messages: Messages;
  readonly onChoose: (language: Language) => void;
  readonly children: ReactNode;
}

/** Gives everything inside it its words. */
export function WordsProvider({ language, messages, onChoose, children }: Props) {
  return (
    <IntlProvider locale={language === 'en' ? 'en-GB' : 'nl'} messages={messages} defaultLocale="nl" timeZone="UTC">
      <Switch value={onChoose}>{children}</Switch>
    </IntlProvider>
  );
}

/** Chooses another language: remembered, and loaded. */
export function useLanguageSwitch(): (language: Language) => void {
  const onChoose = use(Switch);
  return useCallback(
    (language) => {
      chooseLanguage(language);
      onChoose(language);
    },
    [onChoose],
  );
}

const forms = {
  short: { day: 'numeric', month: 'short' },
  long: { day: 'numeric', month: 'short', year: 'numeric' },
  weekday: { weekday: 'short', day: 'numeric', month: 'long' },
  month: { month: 'long', year: 'numeric' },
} as const;

/** The words of the page. */
export function useWords(): Words {
  const intl = useIntl();
  return useMemo(() => {
    const language: Language = intl.locale.startsWith('en') ? 'en' : 'nl';
    return {
      language,
      t: (id, values) => intl.formatMessage({ id }, values),
      word: (group, value) => {
        const id = `${group}.${value}`;
        return intl.messages[id] === undefined ? value : intl.formatMessage({ id });
      },
      pick: (text) => text[language],
      day: (day, form = 'long') => intl.formatDate(`${dayOf(day)}T00:00:00Z`, forms[form]),
    };
  }, [intl]);
}
