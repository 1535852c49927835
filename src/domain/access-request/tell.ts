import type { Language } from '../../base/language.ts';
import { tellingNeeds as personNeeds, writeToPerson } from '../account-keys/index.ts';
import type { Application } from '../application/index.ts';
import { type MailContent, writeWished } from '../notification/index.ts';
import type { PersonId } from '../person/index.ts';
import type { AccessRequest } from './model.ts';
import type { RequestContext } from './world.ts';

export const tellingNeeds = ['organisations', 'applications', ...personNeeds] as const;
type TellingContext = RequestContext<typeof tellingNeeds>;

/** What the asker is told, beside what is in every mail about a request. */
export type ToAsker =
  | { readonly template: 'access-asked'; readonly expectedDays: number }
  | { readonly template: 'access-question' | 'access-granted'; readonly message: string }
  | { readonly template: 'access-refused'; readonly reason: string }
  | { readonly template: 'access-ended' };

/** Tells the asker at every address that is known to be theirs; what they were given stands there, where that is not what they wished. */
export async function tellAsker(
  context: TellingContext,
  request: AccessRequest,
  { template, ...more }: ToAsker,
): Promise<void> {
  const { person, language, id } = request;
  const link = `${context.world.settings.sender.origin}/account/access/requests/${id}`;
  const values = { ...(await valuesOf(context, request, person, language)), link, ...more };
  // The compiler cannot see that each template stands with its own values.
  await writeToPerson(context, person, { content: { template, values } as MailContent, language });
}

/** Tells those who decide, each at every address of theirs. */
export async function tellDeciders(
  context: TellingContext,
  request: AccessRequest,
  {
    template,
    persons,
  }: { readonly template: 'access-waits' | 'access-waits-long'; readonly persons: readonly PersonId[] },
): Promise<void> {
  const { organisation, id, askedBy } = request;
  const link = `${context.world.settings.sender.origin}/organisation/${organisation}/requests/${id}`;
  // In which language a colleague reads is not known where their address does not say it.
  const language = 'nl';
  const values = { ...(await valuesOf(context, request, askedBy, language)), link };
  for (const person of new Set(persons))
    await writeToPerson(context, person, { content: { template, values }, language });
}

/** Tells the administrators of the platform that a request came to them. */
export async function tellPlatform(
  context: TellingContext,
  request: AccessRequest,
  persons: readonly PersonId[],
): Promise<void> {
  const link = `${context.world.settings.sender.origin}/platform/requests/${request.id}`;
  const language = 'nl';
  const values = { ...(await valuesOf(context, request, request.askedBy, language)), link };
  for (const person of persons)
    await writeToPerson(context, person, { content: { template: 'access-to-platform', values }, language });
}

async function valuesOf(
  { stores }: TellingContext,
  request: AccessRequest,
  named: PersonId,
  language: Language,
) {
  const person = await stores.persons.find(named);
  const organisation = await stores.organisations.find(request.organisation);
  if (organisation === null || person === null) throw new Error('a request of nobody, or of no organisation');
  const name = `${person.givenNames} ${person.familyName}`.trim();
  const { wish, until, decision, reference } = request;
  const given = decision?.given ?? { until, ...(wish.kind === 'work-relation' ? {} : wish) };
  const right = 'right' in given ? given : null;
  const application = right === null ? null : await stores.applications.find(right.application);
  const access = writeWished({ right: right && rightIn(application, right), until: given.until }, language);
  return { name, reference, organisation: organisation.name, access };
}

/** A right by the names of its application; by its code where that does not know it any more. */
function rightIn(
  application: Application | null,
  { right, contexts }: { readonly right: string; readonly contexts: readonly string[] },
) {
  const definition = application?.rights.find(({ code }) => code === right);
  return { application: application?.name ?? {}, name: definition?.name ?? { en: right }, contexts };
}
