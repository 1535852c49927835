import { type ActingPerson, isOneself, isSecondPerson } from '../../acting/index.ts';
import type { PersonId } from '../../person/index.ts';
import type { Case, CaseEvent, CaseMessage, CaseNote, LinkRemoval } from '../case/model.ts';
import { isOpen } from '../case/transitions.ts';
import { act } from '../case/world.ts';
import type { CaseView } from './case-view.ts';
import type { DeskRefusal } from './desk-answer.ts';
import { type AskedOfCase, findToLook, lookingNeeds, staleBefore } from './take-in-hand.ts';
import { lookNeeds, tellViewed } from './tell-look.ts';

/** `page`: which page of the case is to be shown, in one word for the trail. */
export type ViewCase = AskedOfCase & { readonly page?: string };

const viewNeeds = [
  ...lookingNeeds,
  ...(['caseLocks', 'caseMessages', 'documents', 'caseNotes', 'caseEvents'] as const),
  ...(['mails', 'linkRemovals', 'caseDrafts', 'caseLists'] as const),
  ...lookNeeds,
] as const;

/** Opens a case for an agent: whoever's case it is holds it from now on, unless a colleague has it open. */
export const viewCase = act(
  viewNeeds,
  async (
    context,
    asked: ViewCase,
  ): Promise<{ readonly kind: 'view'; readonly view: CaseView } | DeskRefusal> => {
    const { stores, now } = context;
    const { by, page = 'case' } = asked;
    const found = await findToLook(context, asked);
    if (found.kind !== 'in-hand') return found;
    const one = found.case;
    const me = by.person;
    const isWorkable = isOpen(one.state) && mayHold(one, by);
    const lock = isWorkable
      ? await stores.caseLocks.take(one.id, me, now, staleBefore(context))
      : await stores.caseLocks.holder(one.id, staleBefore(context));
    const [messages, documents, notes, events, mails, related, removals] = [
      await stores.caseMessages.of(one.id),
      await stores.documents.list(one.id),
      await stores.caseNotes.of(one.id),
      await stores.caseEvents.of(one.id),
      await stores.mails.mailOf(one.id),
      await stores.cases.relatedTo(one),
      await stores.linkRemovals.waitingAbout(one.id),
    ];
    const drafts = isOpen(one.state) ? await stores.caseDrafts.of(one.id, me) : [];
    const held = lock !== null && lock.agent === me;
    const view: CaseView = {
      case: one,
      messages,
      documents,
      notes,
      events,
      mails,
      related,
      lock: held ? null : lock,
      mine: held,
      removals,
      drafts,
      names: await stores.caseLists.namesOf(
        everybodyIn(one, { messages, notes, events, removals, lock: lock?.agent ?? null }),
      ),
    };
    await tellViewed(context, by, view, page);
    return { kind: 'view', view };
  },
);

/** Whose work it is: the agent's own case, or a proposal of somebody else's to confirm. */
function mayHold({ state }: Case, by: ActingPerson): boolean {
  if (state.kind === 'to-confirm') return isSecondPerson(by, state.agent);
  return 'agent' in state && isOneself(by, state.agent);
}

function everybodyIn(
  { state }: Case,
  told: {
    readonly messages: readonly CaseMessage[];
    readonly notes: readonly CaseNote[];
    readonly events: readonly CaseEvent[];
    readonly removals: readonly LinkRemoval[];
    readonly lock: PersonId | null;
  },
): readonly PersonId[] {
  const ids = [
    'agent' in state ? state.agent : null,
    state.kind === 'decided' ? state.by : null,
    state.kind === 'decided' ? state.confirmedBy : null,
    told.lock,
    ...told.messages.map(({ from }) => (from.kind === 'agent' ? from.agent : null)),
    ...told.notes.map(({ by }) => by),
    ...told.events.flatMap(({ by, details }) => [
      'person' in by ? by.person : null,
      // Ids of agents in the details of an event: to whom a case was given, from whom it was taken.
      (details.to ?? null) as PersonId | null,
      (details.from ?? null) as PersonId | null,
    ]),
    ...told.removals.map(({ proposedBy }) => proposedBy),
  ];
  return [...new Set(ids.filter((id) => id !== null))];
}
