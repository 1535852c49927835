import { lastDayBefore } from '../../base/calendar.ts';
import type { CorrelationCode } from '../../base/correlation.ts';
import type { Language } from '../../base/language.ts';
import { tellingNeeds as holderNeeds, writeToPerson } from '../account-keys/index.ts';
import { type Application, findRight } from '../application/index.ts';
import type { RightInMail } from '../notification/index.ts';
import type { UserRight } from '../rights/index.ts';
import type { RelationOfRights } from './ports.ts';
import type { RightContext } from './world.ts';

export const tellingNeeds = holderNeeds;

/** What somebody is told of their rights. */
type Told = {
  readonly template: 'rights-given' | 'rights-changed' | 'rights-ended';
  readonly rights: readonly UserRight[];
  readonly applications: readonly Pick<Application, 'id' | 'name' | 'rights'>[];
  readonly by: { readonly name: string };
  readonly reference: CorrelationCode;
  readonly language: Language;
};

/** Tells a person what was done to rights of theirs, for which organisation and by whom: at work, and at every address that is theirs. */
export async function tellPerson(
  context: RightContext<typeof tellingNeeds>,
  relation: RelationOfRights,
  { template, rights, applications, by, reference, language }: Told,
): Promise<void> {
  const values = {
    name: nameOf(relation),
    organisation: relation.organisation.name,
    by: by.name,
    rights: rightsInMail(rights, applications),
    reference,
    link: `${context.world.settings.sender.origin}/account/access`,
  };
  await writeToPerson(context, relation.person, { content: { template, values }, language });
}

/** Rights by the names that people know them by; those that no catalogue knows any more by their codes. */
export function rightsInMail(
  rights: readonly UserRight[],
  applications: Told['applications'],
): readonly RightInMail[] {
  return rights.map(({ application: id, right, contexts, validity }) => {
    const application = applications.find((each) => each.id === id);
    const definition = application ? findRight(application, right) : null;
    return {
      application: application?.name ?? { nl: id },
      right: definition?.name ?? { nl: right },
      contexts: contexts.map((context) => definition?.contextNames?.[context] ?? { nl: context }),
      until: validity.until === null ? null : lastDayBefore(validity.until),
    };
  });
}

/** What somebody is called. */
export function nameOf({
  givenNames,
  familyName,
}: Pick<RelationOfRights, 'givenNames' | 'familyName'>): string {
  return `${givenNames} ${familyName}`.trim();
}
