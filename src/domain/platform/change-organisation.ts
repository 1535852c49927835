import { Redacted } from '../../base/redacted.ts';
import { holds } from '../../base/time.ts';
import { oneLine } from '../../base/visible-text.ts';
import { type ActingWithReason, checkReason, mayActIn } from '../acting/index.ts';
import {
  countryOfCode,
  type Organisation,
  type OrganisationId,
  parseOrganisationCode,
  parseTargetGroup,
} from '../organisation/index.ts';
import type { PlatformError, PlatformRefusal } from './model.ts';
import { act, type PlatformContext, recordAct, trailNeeds } from './world.ts';

const LONGEST_NAME = 200;

const changingNeeds = ['platform', 'organisations', 'organisationHistory', ...trailNeeds] as const;

/** What was typed about a new organisation. */
export type TypedOrganisation = {
  readonly targetGroup: string;
  readonly code: string;
  readonly name: string;
  /** The code of the organisation that it is a unit of; empty where it is of none. */
  readonly parent: string;
};

/** Adds an organisation that no file brought. Where its code is known already, nothing changes and the answer is the one that is there. */
export const addOrganisation = act(
  changingNeeds,
  async (
    context,
    { by, ...typed }: TypedOrganisation & { readonly by: ActingWithReason },
  ): Promise<{ readonly kind: 'added' | 'known'; readonly id: OrganisationId } | PlatformRefusal> => {
    if (!mayActIn('platform', by)) return { kind: 'not-allowed' };
    const { stores, world, now } = context;
    const [targetGroup, name] = [parseTargetGroup(typed.targetGroup), oneLine(typed.name.slice(0, 1000))];
    const code = targetGroup && parseOrganisationCode(targetGroup, typed.code);
    const parent = targetGroup && (await findParent(context, targetGroup, typed.parent));
    const errors: readonly PlatformError[] = [
      ...(targetGroup === null || targetGroup === 'BUR' ? [wrong('targetGroup', 'choose')] : []),
      ...(code === null ? [wrong('code', typed.code.trim() === '' ? 'empty' : 'not-right')] : []),
      ...checkName(name),
      ...(parent?.kind === 'wrong' ? [wrong('parent', parent.code)] : []),
      ...checkReason('reason', by.reason),
    ];
    if (errors.length > 0 || targetGroup === null || code === null || parent?.kind !== 'read')
      return { kind: 'wrong', errors };
    const organisation: Organisation = {
      id: world.randomness.uuid() as OrganisationId,
      ...{ targetGroup, code, name, country: countryOfCode(code) },
      validity: { from: now, until: null },
      parent: parent.id,
      mergedInto: null,
    };
    if (await stores.platform.addOrganisation(organisation)) {
      await tell(context, by, { organisation, kind: 'added' });
      return { kind: 'added', id: organisation.id };
    }
    const known = await stores.organisations.findByCode(targetGroup, code);
    return known === null ? { kind: 'changed' } : { kind: 'known', id: known.id };
  },
);

/** Gives an organisation another name; the former one stays in its history. */
export const renameOrganisation = act(
  changingNeeds,
  async (
    context,
    asked: { readonly by: ActingWithReason; readonly id: OrganisationId; readonly name: string },
  ): Promise<{ readonly kind: 'renamed' } | PlatformRefusal> => {
    const { by, id } = asked;
    if (!mayActIn('platform', by)) return { kind: 'not-allowed' };
    const known = await context.stores.organisations.find(id);
    if (known === null) return { kind: 'unknown' };
    const name = oneLine(asked.name.slice(0, 1000));
    const errors = [
      ...(name === known.name ? [wrong('name', 'same')] : checkName(name)),
      ...checkReason('reason', by.reason),
    ];
    if (errors.length > 0) return { kind: 'wrong', errors };
    const organisation = await context.stores.platform.renameOrganisation(id, { former: known.name, name });
    if (organisation === null) return { kind: 'changed' };
    await tell(context, by, { organisation, kind: 'renamed' });
    return { kind: 'renamed' };
  },
);

/** Ends an organisation now: nobody acts for it any more, and everything in it stays readable. */
export const endOrganisation = act(
  changingNeeds,
  async (
    context,
    { by, id }: { readonly by: ActingWithReason; readonly id: OrganisationId },
  ): Promise<{ readonly kind: 'ended' } | PlatformRefusal> => {
    if (!mayActIn('platform', by)) return { kind: 'not-allowed' };
    const known = await context.stores.organisations.find(id);
    if (known === null) return { kind: 'unknown' };
    // With the organisation one works for, one's own rights would end.
    if (by.authority.organisation === id) return { kind: 'oneself' };
    const errors = checkReason('reason', by.reason);
    if (errors.length > 0) return { kind: 'wrong', errors };
    const organisation = await context.stores.platform.endOrganisation(id, context.now);
    if (organisation === null) return { kind: 'changed' };
    await tell(context, by, { organisation, kind: 'ended' });
    return { kind: 'ended' };
  },
);

/** Writes a change into the history of the organisation, and into the trail. */
async function tell(
  context: PlatformContext<typeof changingNeeds>,
  by: ActingWithReason,
  {
    organisation,
    kind,
  }: { readonly organisation: Organisation; readonly kind: 'added' | 'renamed' | 'ended' },
): Promise<void> {
  const { id, name, country, validity, parent, mergedInto } = organisation;
  await context.stores.organisationHistory.record({
    organisation: id,
    subject: { kind: 'organisation', id },
    person: null,
    kind,
    by: { person: by.person, authority: 'platform' },
    after: {
      ...{ name, country, parent, mergedInto },
      from: validity.from.toISOString(),
      until: validity.until?.toISOString() ?? null,
    },
    reason: new Redacted(by.reason),
  });
  const { targetGroup, code } = organisation;
  await recordAct(context, by, {
    kind: `organisation.${kind}`,
    subject: { kind: 'organisation', id },
    details: { targetGroup, code },
  });
}

async function findParent(
  { stores, now }: PlatformContext<readonly ['organisations']>,
  targetGroup: Organisation['targetGroup'],
  typed: string,
): Promise<
  | { readonly kind: 'read'; readonly id: OrganisationId | null }
  | { readonly kind: 'wrong'; readonly code: 'not-right' | 'unknown' | 'ended' }
> {
  if (typed.trim() === '') return { kind: 'read', id: null };
  const code = parseOrganisationCode(targetGroup, typed);
  if (code === null) return { kind: 'wrong', code: 'not-right' };
  const parent = await stores.organisations.findByCode(targetGroup, code);
  if (parent === null) return { kind: 'wrong', code: 'unknown' };
  return holds(parent.validity, now) ? { kind: 'read', id: parent.id } : { kind: 'wrong', code: 'ended' };
}

function checkName(name: string): readonly PlatformError[] {
  if (name === '') return [wrong('name', 'empty')];
  return name.length > LONGEST_NAME ? [wrong('name', 'too-long')] : [];
}

function wrong(field: string, code: PlatformError['code']): PlatformError {
  return { field, code };
}
