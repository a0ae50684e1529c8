import { QueryClientProvider } from '@tanstack/react-query';
import { createRouter, RouterProvider } from '@tanstack/react-router';
import { StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { currentLanguage, type Language } from './data/language.ts';
import { newQueryClient } from './data/query-client.ts';
import { pages } from './pages/routes.ts';
import './styles/index.css';
import { type Messages, WordsProvider } from './ui/words.tsx';

const queryClient = newQueryClient();
const router = createRouter({ routeTree: pages, defaultPreload: 'intent', scrollRestoration: true });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

const load: Record<Language, () => Promise<{ default: Messages }>> = {
  nl: () => import('./messages/nl.json'),
  en: () => import('./messages/en.json'),
};

/** The pages in one language; another is loaded when somebody asks for it. */
function App({ first, messages: firstMessages }: { readonly first: Language; readonly messages: Messages }) {
  const [{ language, messages }, set] = useState({ language: first, messages: firstMessages });
  const choose = (chosen: Language) => {
    void load[chosen]().then((file) => {
      set({ language: chosen, messages: file.default });
      // Stories and comparisons come in words, so they are asked again in the other language.
      void queryClient.invalidateQueries();
    });
  };
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <QueryClientProvider client={queryClient}>
      <WordsProvider language={language} messages={messages} onChoose={choose}>
        <RouterProvider router={router} />
      </WordsProvider>
    </QueryClientProvider>
  );
}

const place = document.getElementById('app');
if (place === null) throw new Error('The document has no place for the pages');
const language = currentLanguage();
const { default: messages } = await load[language]();
createRoot(place).render(
  <StrictMode>
    <App first={language} messages={messages} />
  </StrictMode>,
);
