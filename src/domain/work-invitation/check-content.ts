import { nameKeys } from '../identity-matching/index.ts';
import { readName } from '../invitation/index.ts';
import type { Organisation } from '../organisation/index.ts';
import { type CheckedRelation, checkRelation, type RelationFault } from '../work-relation/index.ts';
import type { KnownNames, WaitingContent } from './model.ts';

/** What is wrong with an invitation, by the field of the form. */
export type InvitationFault =
  | RelationFault
  | { readonly field: keyof KnownNames; readonly code: 'empty' | 'too-long' | 'no-name' };

/** Reads whom somebody invites, and looks whether what is to wait could be given today. */
export function checkInvitation(
  { names, content }: { readonly names: KnownNames; readonly content: WaitingContent },
  organisation: Organisation,
  at: Date,
):
  | { readonly kind: 'names'; readonly names: KnownNames }
  | { readonly kind: 'wrong'; readonly faults: readonly InvitationFault[] } {
  const [givenNames, familyName] = [readKnown('givenNames', names), readKnown('familyName', names)];
  const relation: CheckedRelation = checkRelation(content.relation, { group: organisation.targetGroup, at });
  const faults = [
    ...(typeof givenNames === 'string' ? [] : [givenNames]),
    ...(typeof familyName === 'string' ? [] : [familyName]),
    ...(relation.kind === 'wrong' ? relation.faults : []),
  ];
  if (faults.length > 0 || typeof givenNames !== 'string' || typeof familyName !== 'string')
    return { kind: 'wrong', faults };
  return { kind: 'names', names: { givenNames, familyName } };
}

/** A name that has no key of matching is no name that anybody could turn out to have. */
function readKnown(field: keyof KnownNames, names: KnownNames): string | InvitationFault {
  const read = readName(names[field]);
  if (read.kind === 'wrong') return { field, code: read.code };
  return nameKeys(read.name).size === 0 ? { field, code: 'no-name' } : read.name;
}
