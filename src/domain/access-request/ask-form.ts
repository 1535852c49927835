import { holds } from '../../base/time.ts';
import { oneLine } from '../../base/visible-text.ts';
import type { Application, ApplicationId, RightDefinition } from '../application/index.ts';
import {
  type Organisation,
  type OrganisationId,
  parseOrganisationCode,
  targetGroups,
} from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';
import { type Deciders, deciderNeeds, decidersOf } from './deciders.ts';
import { expectedDays } from './expected-days.ts';
import { askableRights } from './offered-rights.ts';
import { act, type RequestContext } from './world.ts';

/** Organisations that a search shows at most, and the fewest characters that it begins with. */
const MOST_FOUND = 10;
const FEWEST_LETTERS = 3;

export type AskForm = {
  readonly application: Application | null;
  /** Those that the person works for or represents, first. */
  readonly own: readonly Organisation[];
  /** Those that were looked for; `null` where nobody looked, or too little was typed. */
  readonly found: readonly Organisation[] | null;
  /** The one that is asked, and what may be asked there. */
  readonly chosen: {
    readonly organisation: Organisation;
    readonly rights: readonly RightDefinition[];
    readonly deciders: Deciders['kind'];
    readonly count: number;
    readonly expectedDays: number;
  } | null;
};

export type AskedForm = {
  readonly person: PersonId;
  /** `null` where a work relation is asked for. */
  readonly application: ApplicationId | null;
  readonly organisation: OrganisationId | null;
  readonly search: string;
  /** Whether another than the only own one is to be chosen. */
  readonly chooses: boolean;
};

/** The form by which somebody asks for access: of which organisation, and for what. */
export const viewAskForm = act(
  ['applications', 'organisations', 'askedOrganisations', 'rights', 'accessRequests', ...deciderNeeds],
  async (
    context,
    { person, application: id, organisation, search, chooses }: AskedForm,
  ): Promise<AskForm> => {
    const { stores, now } = context;
    const application = id && (await stores.applications.find(id));
    const ties = await stores.rights.tiesOf(person, id ?? NO_APPLICATION);
    const isOpen = (each: Organisation) =>
      holds(each.validity, now) &&
      (application === null ||
        application.openTo.some(({ targetGroup }) => targetGroup === each.targetGroup));
    const own = ties.organisations.filter(isOpen);
    const found = await searched(context, search);
    const asked = organisation && (await stores.organisations.find(organisation));
    const only = own.length === 1 && search === '' && !chooses ? own[0] : undefined;
    const chosen = asked && isOpen(asked) ? asked : (only ?? null);
    return {
      ...{ application, own },
      found: found?.filter(isOpen) ?? null,
      chosen: chosen && (await chosenIn(context, person, { application, organisation: chosen })),
    };
  },
);

/** Nobody has rights in it: it asks for what ties somebody to organisations besides. */
export const NO_APPLICATION = '-' as ApplicationId;

/** By its number as people write it, or by the beginning of its name. */
async function searched(
  { stores, now }: RequestContext<['organisations', 'askedOrganisations']>,
  search: string,
): Promise<readonly Organisation[] | null> {
  const text = oneLine(search);
  if ([...text].length < FEWEST_LETTERS) return null;
  const byCode = await Promise.all(
    targetGroups.map((group) => {
      const code = parseOrganisationCode(group, text);
      return code === null ? null : stores.organisations.findByCode(group, code);
    }),
  );
  const named = await stores.askedOrganisations.beginningWith(text, MOST_FOUND, now);
  const all = [...byCode.filter((each) => each !== null), ...named];
  return [...new Map(all.map((each) => [each.id, each])).values()].slice(0, MOST_FOUND);
}

async function chosenIn(
  context: RequestContext<['organisations', 'accessRequests', ...typeof deciderNeeds]>,
  person: PersonId,
  {
    application,
    organisation,
  }: { readonly application: Application | null; readonly organisation: Organisation },
) {
  const rights = application === null ? [] : await askableRights(context, application, organisation);
  const wish =
    application === null
      ? ({ kind: 'work-relation' } as const)
      : ({ kind: 'right', application: application.id, right: '', contexts: [] } as const);
  const asked = { organisation: organisation.id, person, askedBy: person, wish };
  const { kind, persons } = await decidersOf(context, asked);
  const days = await expectedDays(context, organisation.id);
  return { organisation, rights, deciders: kind, count: persons.length, expectedDays: days };
}
