import { plainTyping } from '../../base/visible-text.ts';
import { type ActingPerson, mayActIn } from '../acting/index.ts';
import {
  type KeptChange,
  type Organisation,
  type OrganisationId,
  parseOrganisationCode,
  targetGroups,
} from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';
import { type ListedInvitation, listInvitations } from '../work-invitation/index.ts';
import type { Listed, LookRefusal, OrganisationPerson, OrganisationSearch } from './model.ts';
import { act, recordAct, trailNeeds } from './world.ts';

const PAGE = 50;
const MOST_WORDS = 6;
const MOST_UNITS = 100;
const CHANGES_SHOWN = 20;

/** Organisations by name, as far as a search goes: words of the name, or a code. No person is shown. */
export const findOrganisations = act(
  ['platform'],
  async (
    { stores },
    { by, words, ...search }: OrganisationSearch & { readonly by: ActingPerson },
  ): Promise<({ readonly kind: 'listed' } & Listed<Organisation>) | LookRefusal> => {
    if (!mayActIn('platform', by)) return { kind: 'not-allowed' };
    const typed = plainTyping(words.slice(0, 200));
    const codes = targetGroups.flatMap((targetGroup) => {
      const code = parseOrganisationCode(targetGroup, typed);
      return code === null ? [] : [{ targetGroup, code }];
    });
    const query = { ...search, codes, words: typed === '' ? null : wordsIn(typed) };
    const found = await stores.platform.findOrganisations(query, PAGE + 1);
    return { kind: 'listed', items: found.slice(0, PAGE), hasMore: found.length > PAGE };
  },
);

/** What of a search is letters and digits, word by word: nothing of what a person types reaches the language of searches. */
function wordsIn(typed: string): readonly string[] {
  return (typed.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, MOST_WORDS);
}

/** One organisation by itself, for a page that asks about it: no person is shown. */
export const nameOrganisation = act(
  ['organisations'],
  async (
    { stores },
    { by, id }: { readonly by: ActingPerson; readonly id: OrganisationId },
  ): Promise<{ readonly kind: 'found'; readonly organisation: Organisation } | LookRefusal> => {
    if (!mayActIn('platform', by)) return { kind: 'not-allowed' };
    const organisation = await stores.organisations.find(id);
    return organisation === null ? { kind: 'unknown' } : { kind: 'found', organisation };
  },
);

/** An organisation as a platform administrator sees it. */
export type ShownOrganisation = {
  readonly organisation: Organisation;
  readonly parent: Organisation | null;
  readonly mergedInto: Organisation | null;
  readonly units: Listed<Organisation>;
  readonly people: readonly OrganisationPerson[];
  /** Those that wait: for an answer, or for somebody to confirm who accepted. */
  readonly invitations: readonly ListedInvitation[];
  /** The last changes, newest first, and the names of whom they are about and who made them. */
  readonly changes: readonly KeptChange[];
  readonly names: ReadonlyMap<PersonId, string>;
};

/** One organisation: who decides for it, and what happened to it. Whom it shows is told to the trail. */
export const viewOrganisation = act(
  ['platform', 'organisationHistory', ...listInvitations.needs, ...trailNeeds],
  async (
    context,
    { by, id }: { readonly by: ActingPerson; readonly id: OrganisationId },
  ): Promise<{ readonly kind: 'found'; readonly shown: ShownOrganisation } | LookRefusal> => {
    if (!mayActIn('platform', by)) return { kind: 'not-allowed' };
    const { stores, now } = context;
    const organisation = await stores.organisations.find(id);
    if (organisation === null) return { kind: 'unknown' };
    const { parent, mergedInto } = organisation;
    const units = await stores.platform.unitsOf(id, MOST_UNITS + 1);
    const people = await stores.platform.peopleOf(id, now);
    const invitations = (await listInvitations(context, { by, organisation: id })) ?? [];
    const changes = await stores.organisationHistory.list({ organisations: [id] }, CHANGES_SHOWN);
    const named = changes.flatMap((each) => [each.person, each.by.person]).filter((each) => each !== null);
    const names = await stores.platform.namesOf([...new Set(named)]);
    await recordAct(context, by, {
      kind: 'organisation.viewed',
      subject: { kind: 'organisation', id },
      details: {},
      persons: [...people.map(({ person }) => person), ...named],
    });
    return {
      kind: 'found',
      shown: {
        organisation,
        parent: parent && (await stores.organisations.find(parent)),
        mergedInto: mergedInto && (await stores.organisations.find(mergedInto)),
        units: { items: units.slice(0, MOST_UNITS), hasMore: units.length > MOST_UNITS },
        people,
        invitations,
        changes,
        names,
      },
    };
  },
);
