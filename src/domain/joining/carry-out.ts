import { type ActingPerson, actorOf, isOneself } from '../acting/index.ts';
import type { Actor } from '../audit/index.ts';
import { passOnCase } from '../casework/index.ts';
import type { NationalNumber, PersonId } from '../person/index.ts';
import { endPerson } from './end-person.ts';
import type { JoinRefusal, WhyJoined } from './join-answer.ts';
import type { PersonJoin } from './model.ts';
import { planJoin } from './plan-join.ts';
import { administratorNeeds, tellAdministrators, tellingNeeds, tellPerson } from './tell.ts';
import { type JoiningContext, recordOn, trailNeeds } from './world.ts';

const movingNeeds = ['joins', 'persons', 'register', ...trailNeeds, ...tellingNeeds] as const;
export const joinNeeds = [...movingNeeds, 'cases', 'caseEvents', ...administratorNeeds] as const;
export const partNeeds = [...movingNeeds, ...endPerson.needs] as const;

type Decision = { readonly by: ActingPerson; readonly comment: string };

/** The second person agrees: everything of `other` goes over to `kept`, every login of both ends, and the person is told. */
export async function joinPersons(
  context: JoiningContext<typeof joinNeeds>,
  join: PersonJoin,
  { by, comment }: Decision,
): Promise<{ readonly kind: 'joined' } | JoinRefusal> {
  const { stores, now } = context;
  const { joins } = stores;
  await joins.hold([join.kept, join.other]);
  const [kept, other] = [await joins.standsFor(join.kept), await joins.standsFor(join.other)];
  if (kept === null || other === null) throw new Error('a join is of persons who are not there');
  if (kept === other) return { kind: 'one-already' };
  if (isOneself(by, kept) || isOneself(by, other)) return { kind: 'own-case' };
  if (!(await joins.decide(join.id, { kind: 'joined', kept, other, by: by.person, at: now, comment })))
    return { kind: 'already-decided' };
  const plan = planJoin(await joins.standingOf(kept, now), await joins.standingOf(other, now), now);
  const live = await liveNumberOf(context, kept, other);
  const cases = await joins.casesOf(other);
  await joins.move({ id: join.id, kept, other }, plan, live, now);
  for (const one of cases) await passOnCase(context, one, { from: other, to: kept });
  for (const person of [kept, other]) await joins.endLogins(person, now);
  const waiting = await joins.waitingIn(join.id);
  const details = { join: join.id, rows: plan.length, waiting: waiting.length, cases: cases.length };
  const reference = await recordOn(context, [kept, other], actorOf(by), { kind: 'person.joined', details });
  await tellPerson(context, kept, 'persons-joined', reference);
  for (const { organisation } of waiting)
    await tellAdministrators(context, organisation, { person: kept, template: 'rights-wait', reference });
  return { kind: 'joined' };
}

/** The second person agrees that the join was wrong: what came with the other person goes back to them. */
export async function partPersons(
  context: JoiningContext<typeof partNeeds>,
  join: PersonJoin,
  by: ActingPerson,
): Promise<{ readonly kind: 'undone' } | JoinRefusal> {
  const { stores, now } = context;
  const { joins } = stores;
  const { id, kept, other, decided } = join;
  if (decided === null) throw new Error('what was not joined cannot be undone');
  await joins.hold([kept, other]);
  const stays = await whyJoined(context, join);
  if (stays !== null) return stays;
  if (!(await joins.undo(id, { by: by.person, at: now }))) return { kind: 'already-decided' };
  await joins.giveBack(join, decided.at, now);
  for (const person of [kept, other]) await joins.endLogins(person, now);
  const actor = actorOf(by);
  const event = { kind: 'person.join-undone', details: { join: id } } as const;
  const reference = await recordOn(context, [kept, other], actor, event);
  for (const person of [kept, other]) await tellPerson(context, person, 'persons-parted', reference);
  for (const person of [kept, other]) await endIfGone(context, person, actor);
  return { kind: 'undone' };
}

/**
 * Why a join that stands cannot be undone now. The newest one comes off first: what an older one moved may have been moved on since. Two
 * whose numbers the register holds as one stay joined, unless an older join lies beneath: it could never be mended otherwise.
 */
export async function whyJoined(
  { stores: { joins } }: Pick<JoiningContext<['joins']>, 'stores'>,
  join: PersonJoin,
): Promise<WhyJoined | null> {
  if (join.decided === null) return null;
  const first = await joins.firstOnTop(join.id);
  if (first !== null) return { kind: 'joined-further', first };
  const isOne = await joins.haveOneNumber(join, join.decided.at);
  return isOne && !(await joins.liesOnAnother(join.id)) ? { kind: 'one-number' } : null;
}

/** Whose number ended while they went on under another one: what came back to them ends too. */
async function endIfGone(
  context: JoiningContext<typeof partNeeds>,
  person: PersonId,
  by: Actor,
): Promise<void> {
  const { persons, register } = context.stores;
  const number = (await persons.find(person))?.number ?? null;
  if (number !== null && (await register.hasEnded(number))) await endPerson(context, { number, by });
}

/** Which number counts: one that the register still has over one that it replaced, one of the register over a BIS number. */
async function liveNumberOf(
  { stores }: JoiningContext<['persons', 'register']>,
  kept: PersonId,
  other: PersonId,
): Promise<NationalNumber | null> {
  const ranked: { readonly number: NationalNumber; readonly rank: number }[] = [];
  for (const person of [kept, other]) {
    const number = (await stores.persons.find(person))?.number ?? null;
    if (number === null) continue;
    const registered = await stores.register.findByNumber(number);
    const isReplaced = registered !== null && registered.number.digits.reveal() !== number.digits.reveal();
    const rank = (isReplaced ? 0 : registered === null ? 2 : 4) + (number.kind === 'RN' ? 1 : 0);
    ranked.push({ number, rank });
  }
  return ranked.sort((one, two) => two.rank - one.rank)[0]?.number ?? null;
}
