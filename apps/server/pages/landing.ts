interface Told {
  readonly release: string;
  readonly isExample: boolean;
}

const example = {
  nl: 'Let op: dit is een <strong>fictief voorbeeld</strong>. Het verloop is verzonnen; alleen de codes van gemeenten zijn echt.',
  en: 'Please note: this is a <strong>fictitious example</strong>. The course of events is invented; only the codes of municipalities are real.',
};

const style = `
  :root { color-scheme: light dark; }
  body { font: 1.0625rem/1.6 system-ui, sans-serif; margin: 0 auto; max-width: 42rem; padding: 2rem 1rem 4rem; }
  h1 { line-height: 1.2; margin-bottom: .25rem; }
  .note { border: 1px solid currentColor; border-inline-start-width: .5rem; padding: .75rem 1rem; }
  a { color: LinkText; text-underline-offset: .15em; }
  a:focus-visible { outline: 3px solid currentColor; outline-offset: 3px; }
  section { border-top: 1px solid; margin-top: 2rem; padding-top: .5rem; }
  footer { font-size: .9375rem; margin-top: 2rem; }`;

/** The start page: what runs here and where its API is described. Dutch first, then English; it loads nothing. */
export function landingPage({ release, isExample }: Told): string {
  const note = (language: 'nl' | 'en') => (isExample ? `<p class="note">${example[language]}</p>` : '');
  return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Samenspel${isExample ? ' (fictief voorbeeld)' : ''}</title>
<style>${style}
</style>
</head>
<body>
<main>
<h1>Samenspel</h1>
<p>Volgt ontwikkeltrajecten van publieke organisaties: wie waar staat, wie zich waaraan verbond, wat hierna komt.</p>
${note('nl')}
<h2>Aan de slag</h2>
<ul>
<li><a href="/docs">Documentatie van de API</a>: alle opdrachten en vragen, om te lezen en uit te proberen.</li>
<li><a href="/v1/openapi.json">OpenAPI-document</a>: dezelfde beschrijving voor programma's.</li>
<li><a href="/v1/health">Toestand van de dienst</a>.</li>
</ul>
<p>Aanmelden gaat met een token per rol; wie Samenspel startte, kreeg die op het scherm.</p>
<section lang="en">
<h2>In English</h2>
<p>Follows development trajectories of public bodies: who is where, who committed to what, what comes next.</p>
${note('en')}
<ul>
<li><a href="/docs">Documentation of the API</a>: all commands and queries, to read and to try.</li>
<li><a href="/v1/openapi.json">OpenAPI document</a>: the same description for programs.</li>
<li><a href="/v1/health">Health of the service</a>.</li>
</ul>
<p>Signing in is by a token for each role; whoever started Samenspel got them on screen.</p>
</section>
</main>
<footer><p>Samenspel ${release}</p></footer>
</body>
</html>
`;
}
