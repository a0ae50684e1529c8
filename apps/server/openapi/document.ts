import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { apiVersion } from '../http/conventions.ts';

type PathItem = OpenAPIObject['paths'][string];

const description = `Programmes of organisational development of public bodies: who takes part, who committed to what, what comes next.

Everything that happens is recorded as an event; a command answers with a position, a query given \`minPosition\` waits for it. Every query can be asked \`knownAt\` an earlier moment.

Follows the NL API Design Rules 2.2. Errors are \`application/problem+json\` with every error of the request at once, in Dutch or English by \`Accept-Language\`.`;

const tags = [
  ["Programma's", 'Programmes: their period, client and template'],
  ['Netwerken', 'Regional networks: places, waiting list, proposals'],
  ['Deelnames', 'Trajectories: from interest to closing, questions, support, contact'],
  ['Commitment', 'Commitment of each layer of an organisation'],
  ['Toezeggingen', 'Pledges: who promised what, to whom and by when'],
  ['Bijeenkomsten', 'Meetings: opening, exchanges, closing, attendance'],
  ['Groepen', 'Groups of every sort: learning groups, theme teams, improvement groups, cross-sections'],
  ['Partijen', 'Organisations of any kind, their units, and who plays which role'],
  ['Voor de start', 'Demand in regions, admission criteria, assessments'],
  ['Intake', 'Local change, the same question elsewhere, needs analysis'],
  ['Commitment en bijdragen', 'What organisations contribute'],
  ['Druk en besluiten', 'Risks, external events, decisions, the follow-up'],
  ['Acties en opdrachten', 'Actions, and assignments between sessions'],
  ['Thema’s en ideeën', 'Themes gathered, chosen or parked; ideas'],
  ['Leren', 'Modules and informal learning'],
  ['Groei', 'Role profiles, visions, experiments, competencies of groups'],
  ['Resultaten', 'Outcomes, reach, proposals, closing'],
  ['Kennis', 'Knowledge products and site visits'],
  ['Pool', 'Change officials who help elsewhere'],
  ['Lokaal maatwerk', 'Hours of local support'],
  ['Geld', 'Budgets: set, committed, spent'],
  ['Aantekeningen', 'Quick capture'],
  ['Herinneringen', 'Reminders, by mail or otherwise'],
  ['Meedoen', 'Application forms, access for participants, and what they tell themselves'],
  ['Dossier', 'What holds for items of every kind'],
  ['Import', 'Applications from a file, all or nothing'],
  ['Verhaal & vergelijking', 'Stories of anything, and the difference between two moments'],
  ['Rapporten', 'Management reports, on a schedule and by hand'],
  ['Beheer', 'Rows that could not be made'],
  ['Dienst', 'Health and the description of this API'],
] as const;

/** The OpenAPI document of these routes. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.0.3')
    .setTitle('Samenspel')
    .setDescription(description)
    .setVersion(apiVersion)
    .setLicense('EUPL-1.2', 'https://eupl.eu/1.2/nl/')
    .addBearerAuth();
  for (const [name, about] of tags) builder.addTag(name, about);
  const document = SwaggerModule.createDocument(app, builder.build(), { autoTagControllers: false });
  for (const [path, operations] of Object.entries(document.paths)) if (path.includes('{')) mayBeMissing(operations);
  return document;
}

/** Here and not at each route, for only here the whole path is known: its thing may not be there, whatever the route does. */
function mayBeMissing({ get, post, put, patch, delete: remove }: PathItem): void {
  for (const operation of [get, post, put, patch, remove])
    if (operation) operation.responses['404'] ??= { description: 'There is no such thing.' };
}
