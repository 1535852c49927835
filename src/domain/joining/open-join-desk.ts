import type { NationalNumber, PersonId } from '../person/index.ts';
import { mayOpen, type StaffMember } from '../staff/index.ts';
import { joinPersons, partPersons, whyJoined } from './carry-out.ts';
import type { JoinDesk, JoinError, JoinRefusal, ShownJoin } from './join-desk.ts';
import type { PersonJoin } from './model.ts';
import { proposeJoin } from './operate-joins.ts';
import { inJoining, type JoiningContext, type JoiningWorld, recordOn } from './world.ts';

const LEAST_REASON = 10;
const MOST_REASON = 500;

/** Opens the desk at which two case leads join persons. */
export function openJoinDesk(world: JoiningWorld): JoinDesk {
  return {
    list: (lead) => inJoining(world, (context) => list(context, lead)),
    find: (lead, id) =>
      inJoining(world, async (context) => {
        const found = await take(context, lead, id);
        if (found.kind !== 'taken') return found;
        await recordLook(context, lead, [found.join], 'shown');
        const isStanding = found.join.state === 'joined' || found.join.state === 'undo-proposed';
        const stays = isStanding ? await whyJoined(context, found.join) : null;
        return { kind: 'found', shown: { ...(await show(context, found.join)), stays } };
      }),
    propose: (lead, wish) => inJoining(world, (context) => propose(context, lead, wish)),
    decide: (lead, id, decision) => inJoining(world, (context) => decide(context, lead, id, decision)),
    proposeUndo: (lead, id, reason) => inJoining(world, (context) => proposeUndo(context, lead, id, reason)),
    decideUndo: (lead, id, decision) =>
      inJoining(world, (context) => decideUndo(context, lead, id, decision)),
  };
}

async function list(context: JoiningContext, lead: StaffMember): ReturnType<JoinDesk['list']> {
  if (!mayOpen('case-lead', lead)) return { kind: 'not-allowed' };
  const joins = (await context.stores.joins.list()).filter((join) => !isAbout(join, lead));
  await recordLook(context, lead, joins, 'listed');
  return { kind: 'listed', joins: await Promise.all(joins.map((join) => show(context, join))) };
}

async function show({ stores }: JoiningContext, join: PersonJoin): Promise<ShownJoin> {
  const by = join.proposedBy.kind === 'person' ? [join.proposedBy.id] : [];
  const people = [join.kept, join.other, ...by, join.decided?.by, join.undoProposed?.by, join.undone?.by];
  const names = new Map<PersonId, string>();
  for (const id of new Set(people.filter((each) => each !== undefined)))
    names.set(id, await stores.joins.nameOf(id));
  return { join, names, waiting: await stores.joins.waitingIn(join.id), stays: null };
}

async function recordLook(
  context: JoiningContext,
  lead: StaffMember,
  joins: readonly PersonJoin[],
  way: 'listed' | 'shown',
): Promise<void> {
  const persons = [...new Set(joins.flatMap(({ kept, other }) => [kept, other]))];
  const actor = { kind: 'person', id: lead.person } as const;
  await recordOn(context, persons, actor, {
    kind: 'person.join-viewed',
    details: { joins: joins.length },
    way,
  });
}

async function propose(
  context: JoiningContext,
  lead: StaffMember,
  wish: Parameters<JoinDesk['propose']>[1],
): ReturnType<JoinDesk['propose']> {
  if (!mayOpen('case-lead', lead)) return { kind: 'not-allowed' };
  const [kept, other] = [await behind(context, wish.kept), await behind(context, wish.other)];
  const errors: readonly JoinError[] = [
    ...(kept === null ? [{ field: 'kept', code: 'unknown-number' } as const] : []),
    ...(other === null ? [{ field: 'other', code: 'unknown-number' } as const] : []),
    ...checkReason('reason', wish.reason),
  ];
  if (errors.length > 0 || kept === null || other === null) return { kind: 'wrong', errors };
  if (kept === lead.person || other === lead.person) return { kind: 'own-case' };
  const by = { kind: 'person', id: lead.person } as const;
  const proposed = await proposeJoin(context, { kept, other, reason: wish.reason.trim(), by });
  if (proposed.kind === 'proposed' || proposed.kind === 'already-proposed') return proposed;
  return { kind: 'wrong', errors: [{ field: 'other', code: 'same-person' }] };
}

async function behind({ stores }: JoiningContext, number: NationalNumber | null): Promise<PersonId | null> {
  return number === null ? null : ((await stores.persons.findByNumber(number))?.id ?? null);
}

async function decide(
  context: JoiningContext,
  lead: StaffMember,
  id: string,
  { join: wanted, comment }: Parameters<JoinDesk['decide']>[2],
): ReturnType<JoinDesk['decide']> {
  const taken = await take(context, lead, id, { field: 'comment', text: comment });
  if (taken.kind !== 'taken') return taken;
  const { join } = taken;
  if (join.state !== 'proposed') return { kind: 'already-decided' };
  if (join.proposedBy.id === lead.person) return { kind: 'own-decision' };
  const by = lead.person;
  if (wanted) return joinPersons(context, join, { by, comment: comment.trim() });
  const { kept, other } = join;
  const refused = { kind: 'refused', kept, other, by, at: context.now, comment: comment.trim() } as const;
  if (!(await context.stores.joins.decide(id, refused))) return { kind: 'already-decided' };
  const event = { kind: 'person.join-refused', details: { join: id } } as const;
  await recordOn(context, [kept, other], { kind: 'person', id: by }, event);
  return { kind: 'refused' };
}

async function proposeUndo(
  context: JoiningContext,
  lead: StaffMember,
  id: string,
  reason: string,
): ReturnType<JoinDesk['proposeUndo']> {
  const taken = await take(context, lead, id, { field: 'reason', text: reason });
  if (taken.kind !== 'taken') return taken;
  const { kept, other, state } = taken.join;
  const stays = state === 'joined' ? await whyJoined(context, taken.join) : null;
  if (stays !== null) return stays;
  const wish = { by: lead.person, at: context.now, reason: reason.trim() };
  if (!(await context.stores.joins.proposeUndo(id, wish))) return { kind: 'already-decided' };
  const event = { kind: 'person.join-undo-proposed', details: { join: id } } as const;
  await recordOn(context, [kept, other], { kind: 'person', id: lead.person }, event);
  return { kind: 'proposed' };
}

async function decideUndo(
  context: JoiningContext,
  lead: StaffMember,
  id: string,
  { undo, comment }: Parameters<JoinDesk['decideUndo']>[2],
): ReturnType<JoinDesk['decideUndo']> {
  const taken = await take(context, lead, id, { field: 'comment', text: comment });
  if (taken.kind !== 'taken') return taken;
  const { join } = taken;
  if (join.state !== 'undo-proposed') return { kind: 'already-decided' };
  if (join.undoProposed?.by === lead.person) return { kind: 'own-decision' };
  if (undo) return partPersons(context, join, lead.person);
  if (!(await context.stores.joins.keepJoined(id))) return { kind: 'already-decided' };
  const event = { kind: 'person.join-kept', details: { join: id } } as const;
  await recordOn(context, [join.kept, join.other], { kind: 'person', id: lead.person }, event);
  return { kind: 'kept' };
}

type Taken = { readonly kind: 'taken'; readonly join: PersonJoin };

/** A join that this case lead may decide on: not one about themselves. */
async function take(
  { stores }: JoiningContext,
  lead: StaffMember,
  id: string,
  said?: { readonly field: string; readonly text: string },
): Promise<Taken | JoinRefusal> {
  if (!mayOpen('case-lead', lead)) return { kind: 'not-allowed' };
  const join = await stores.joins.find(id);
  if (join === null) return { kind: 'unknown-join' };
  if (isAbout(join, lead)) return { kind: 'own-case' };
  const errors = said ? checkReason(said.field, said.text) : [];
  return errors.length > 0 ? { kind: 'wrong', errors } : { kind: 'taken', join };
}

function isAbout({ kept, other }: PersonJoin, { person }: StaffMember): boolean {
  return kept === person || other === person;
}

function checkReason(field: string, text: string): readonly JoinError[] {
  const length = [...text.trim()].length;
  if (length === 0) return [{ field, code: 'empty' }];
  if (length < LEAST_REASON) return [{ field, code: 'too-short' }];
  return length > MOST_REASON ? [{ field, code: 'too-long' }] : [];
}
