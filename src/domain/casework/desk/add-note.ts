import { atDesk } from '../case/doer.ts';
import { record, recordingNeeds } from '../case/keep-case.ts';
import { act } from '../case/world.ts';
import { checkText } from './check-text.ts';
import { type DeskAnswer, wrong } from './desk-answer.ts';
import { type AskedOfCase, findToLook, lookingNeeds } from './take-in-hand.ts';

export type AddNote = AskedOfCase & { readonly text: string };

/** A note for other agents: possible on every case, whoever has it open. */
export const addNote = act(
  [...lookingNeeds, 'caseNotes', ...recordingNeeds],
  async (context, asked: AddNote): Promise<DeskAnswer> => {
    const { stores, world, now } = context;
    const errors = checkText('text', asked.text);
    if (errors.length > 0) return wrong(errors);
    const found = await findToLook(context, asked);
    if (found.kind !== 'in-hand') return found;
    const by = asked.by.person;
    const text = asked.text.trim();
    // The same note by a double click, a reload or Back.
    await stores.cases.hold(asked.case);
    const last = (await stores.caseNotes.of(asked.case)).at(-1);
    if (last?.by === by && last.text === text) return { kind: 'done', case: found.case };
    await stores.caseNotes.add(asked.case, { id: world.randomness.uuid(), by, at: now, text });
    await record(context, found.case, { kind: 'note-added', by: atDesk(asked.by) });
    return { kind: 'done', case: found.case };
  },
);
