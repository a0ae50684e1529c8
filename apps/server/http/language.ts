import type { Language } from './messages.ts';

/**
 * The language of an answer by `Accept-Language`: English where it is preferred over Dutch, else Dutch.
 * Quality values count, sub-tags (`en-GB`) count as their language, anything unreadable is ignored.
 */
export function languageOf(header: string | undefined): Language {
  let best: { language: Language; quality: number } = { language: 'nl', quality: 0 };
  for (const part of (header ?? '').split(',')) {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const language = tag.split('-')[0];
    const q = parameters.map((p) => p.trim()).find((p) => p.startsWith('q='));
    const quality = q === undefined ? 1 : Number(q.slice(2));
    if ((language === 'nl' || language === 'en') && quality > best.quality) best = { language, quality };
  }
  return best.language;
}
