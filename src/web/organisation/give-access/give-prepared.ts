import { type Language, nearestLanguage } from '../../../base/language.ts';
import type { ActingWithReason } from '../../../domain/acting/index.ts';
import { findRight } from '../../../domain/application/index.ts';
import type { RelationOfRights, WishedRight } from '../../../domain/user-rights/index.ts';
import type { Web } from '../../http/web-context.ts';
import { sayErrors } from '../../ui/form/error-words.ts';
import { fullName } from '../full-name.ts';
import type { OpenedOrganisation } from '../open-organisation.ts';
import { errorOfRefusal, type GivingError, givingErrors } from '../right-refusals.ts';
import type { CheckProps } from './check-page.ts';
import type { DonePerson } from './done-page.ts';
import type { Prepared } from './prepare-giving.ts';

/** What giving would come to for each, by the rules that decide at a login. */
export async function checkedPeople(
  web: Web,
  { by, frame }: OpenedOrganisation,
  { people, chosen, wished }: Prepared,
): Promise<Omit<CheckProps, 'afterLogin'>> {
  const { application } = chosen;
  const table = givingErrors([application]);
  const checked = await Promise.all(
    people.map(async (relation) => {
      const preview = await web.world.userRights.previewGiving({
        ...{ by, relation: relation.id, application: application.id, rights: wished },
      });
      const refusals = (preview?.refusals ?? [{ kind: 'not-in-scope' as const }]).map(errorOfRefusal);
      return {
        relation,
        mayBefore: preview?.before.kind === 'yes',
        mayAfter: preview?.after.kind === 'yes' && preview.needsSecond.length < wished.length,
        refusals: sayErrors(frame.words, refusals, table).map(({ text }) => text),
      };
    }),
  );
  const rights = wished.flatMap(({ right, contexts }) => {
    const definition = findRight(application, right);
    return definition === null ? [] : [{ definition, contexts }];
  });
  const [first] = wished;
  if (first === undefined) throw new Error('nothing is wished');
  return { offered: chosen, rights, until: first.until, people: checked };
}

/** What became of it, in codes. */
export type GivingOutcome = {
  readonly application: string;
  readonly people: readonly (Pick<DonePerson, 'name' | 'outcome'> & {
    readonly errors: readonly GivingError[];
  })[];
};

/** Gives to each: whoever cannot get it keeps nobody else from it. */
export async function givePrepared(
  web: Web,
  { by, frame }: OpenedOrganisation & { readonly by: ActingWithReason },
  { people, chosen, wished }: Prepared,
): Promise<GivingOutcome> {
  const done: GivingOutcome['people'][number][] = [];
  const language = nearestLanguage(frame.words.language);
  const give = (relation: RelationOfRights) =>
    web.world.userRights.giveRights({
      ...{ by, relation: relation.id, application: chosen.application.id, rights: wished },
      ...{ reason: by.reason, language },
    });
  for (const relation of people) {
    const answer = await give(relation);
    const name = fullName(relation);
    if (answer.kind === 'given') done.push({ name, outcome: 'given', errors: [] });
    else if (answer.kind === 'refused')
      done.push({ name, outcome: 'refused', errors: answer.refusals.map(errorOfRefusal) });
    else {
      await askSecond(web, { by, language }, { relation, chosen, waiting: answer.waiting });
      done.push({ name, outcome: 'waits', errors: [] });
    }
  }
  return { application: chosen.application.id, people: done };
}

/** Asks another administrator to agree with each right that nobody may give alone; asked twice, it is one request. */
async function askSecond(
  web: Web,
  { by, language }: { readonly by: ActingWithReason; readonly language: Language },
  {
    relation,
    chosen,
    waiting,
  }: Pick<Prepared, 'chosen'> & {
    readonly relation: RelationOfRights;
    readonly waiting: readonly WishedRight[];
  },
): Promise<void> {
  const application = chosen.application.id;
  for (const { right, contexts, until } of waiting)
    await web.world.accessRequests.askSecondAdministrator({
      ...{ by, organisation: relation.organisation.id, person: relation.person, relation: relation.id },
      ...{ right: { application, right, contexts, until }, reason: by.reason, language },
    });
}
