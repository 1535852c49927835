import type { CalendarDate } from '../../base/time.ts';
import type { ActingPerson } from '../acting/index.ts';
import { covers } from '../administration/index.ts';
import {
  type Application,
  type ApplicationId,
  offeredRights,
  packagesOf,
  type RightDefinition,
  type RightPackage,
} from '../application/index.ts';
import { type Decision, preview, type UserRight } from '../rights/index.ts';
import { checkGiving, type Giver, validityOf } from './check-giving.ts';
import { questionNeeds, questionOf } from './give-rights.ts';
import type { GivingRefusal, WishedRight } from './model.ts';
import type { RelationOfRights } from './ports.ts';
import { givenAs, giverOf, powerNeeds } from './power.ts';
import { type SameAs, sameAs } from './same-as.ts';
import { act, type RightContext } from './world.ts';

/** An application of which an administrator may give rights to somebody, with those that it offers here. */
export type OfferedApplication = {
  readonly application: Application;
  readonly rights: readonly RightDefinition[];
  readonly packages: readonly RightPackage[];
};

/** Somebody at work, what they have, and what may be given to them. */
export type ViewedGiving = {
  readonly relation: RelationOfRights;
  readonly held: readonly UserRight[];
  readonly offered: readonly OfferedApplication[];
};

type AtWork = { readonly by: ActingPerson; readonly relation: string };

const viewingNeeds = ['userRights', 'applications', ...powerNeeds] as const;

/** What an administrator may give to somebody at work; `null` when they are not in the scope, or not there at all. */
export const viewGiving = act(
  viewingNeeds,
  async (context, { by, relation: id }: AtWork): Promise<ViewedGiving | null> => {
    const { stores, now } = context;
    const found = await inScope(context, by, id);
    if (found === null) return null;
    const { relation, giver } = found;
    const held = await stores.userRights.heldBy(relation.id, now);
    const offered = (await stores.applications.list()).flatMap((application): OfferedApplication[] => {
      const rights = offeredRights(application, relation.organisation);
      const isCovered = covers(giver.administrator, {
        unit: relation.organisation.id,
        application: application.id,
      });
      return isCovered && rights.length > 0
        ? [{ application, rights, packages: packagesOf(application, rights) }]
        : [];
    });
    return { relation, held, offered };
  },
);

type WishedGiving = AtWork & {
  readonly application: ApplicationId;
  readonly rights: readonly WishedRight[];
};

export type PreviewedGiving = {
  readonly refusals: readonly GivingRefusal[];
  /** What they may do in the application before and after it. */
  readonly before: Decision;
  readonly after: Decision;
  readonly needsSecond: readonly string[];
};

/** What giving these rights would come to, by the rules that decide at each login; nothing is changed. */
export const previewGiving = act(
  [...viewingNeeds, ...questionNeeds, 'rights'],
  async (
    context,
    { by, relation: id, application, rights: wished }: WishedGiving,
  ): Promise<PreviewedGiving | null> => {
    const { stores, now, world } = context;
    const found = await inScope(context, by, id);
    const question = found && (await questionOf(context, found.relation, { application }));
    if (found === null || question === null) return null;
    const { relation, giver } = found;
    const [described] = question.all.filter((each) => each.id === application);
    if (described === undefined) return null;
    const ties = await stores.rights.tiesOf(relation.person, application);
    const given = { by: by.person, as: givenAs(giver), at: now, confirmedBy: null };
    const changes = wished.map((each) => ({
      kind: 'put-right' as const,
      right: {
        ...{ id: world.randomness.uuid(), workRelation: relation.id, organisation: relation.organisation.id },
        ...{
          application,
          right: each.right,
          contexts: each.contexts,
          validity: validityOf(each, now),
          given,
        },
      },
    }));
    const asked = {
      person: relation.person,
      ties,
      application: described,
      organisation: relation.organisation,
      at: now,
    };
    return {
      refusals: checkGiving({ ...question, giver, wished }),
      ...preview(asked, changes),
      needsSecond: question.application.rights
        .filter(
          ({ code, secondAdministrator }) =>
            secondAdministrator && wished.some(({ right }) => right === code),
        )
        .map(({ code }) => code),
    };
  },
);

/** What a colleague of the same organisation has in an application, as far as it may be given to somebody else there. */
export const copyRights = act(
  [...viewingNeeds, ...questionNeeds],
  async (
    context,
    asked: AtWork & {
      readonly colleague: string;
      readonly application: ApplicationId;
      readonly until: CalendarDate | null;
    },
  ): Promise<SameAs | null> => {
    const { stores, now } = context;
    const found = await inScope(context, asked.by, asked.relation);
    const colleague = await inScope(context, asked.by, asked.colleague);
    if (found === null || colleague === null) return null;
    const question = await questionOf(context, found.relation, asked);
    if (question === null) return null;
    const held = await stores.userRights.heldBy(colleague.relation.id, now);
    return sameAs({ ...question, giver: found.giver }, held, asked.until);
  },
);

async function inScope(
  context: RightContext<readonly ['userRights', ...typeof powerNeeds]>,
  by: ActingPerson,
  id: string,
): Promise<{ readonly relation: RelationOfRights; readonly giver: Giver } | null> {
  const relation = await context.stores.userRights.findRelation(id);
  const giver = relation && (await giverOf(context, by, relation));
  return relation === null || giver === null ? null : { relation, giver };
}
