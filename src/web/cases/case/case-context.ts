import type { ActingPerson } from '../../../domain/acting/index.ts';
import type { CaseId, CaseView } from '../../../domain/casework/index.ts';
import { parseCaseId } from '../../../domain/casework/index.ts';
import type { StaffMember } from '../../../domain/staff/index.ts';
import { withForm } from '../../http/form-again.ts';
import { actingOf } from '../../http/session/staff-context.ts';
import { readStaffForm, type StaffForm, staffFrame, staffOf } from '../../http/session/web-session.ts';
import { showProblem } from '../../http/show-problem.ts';
import type { Web, WebContext } from '../../http/web-context.ts';
import type { Frame } from '../../ui/frame.ts';
import { type ListPlace, placeOf } from '../list-place.ts';
import { showDeskRefusal } from '../refusals.ts';

/** The part of an address that names a case. */
export const CASE = '/cases/:id{[0-9a-f-]{36}}';

/** One case as it stands for the agent who opened it. */
export type OpenedCase = {
  readonly web: Web;
  readonly frame: Frame;
  readonly member: StaffMember;
  /** The same, for what is asked of the desk. */
  readonly by: ActingPerson;
  readonly view: CaseView;
  /** The case's own address. */
  readonly path: string;
  /** From which list it was opened; `null` when that is not known. */
  readonly from: ListPlace | null;
};

/** A form of ours that an agent sent about a case. */
export type SentForm = {
  readonly by: ActingPerson;
  readonly id: CaseId;
  /** Which version the agent saw. */
  readonly version: number;
  /** What was typed, cut by nobody. */
  readonly typed: Readonly<Record<string, string>>;
  readonly lists: StaffForm['lists'];
};

/** The case in the address; `null` when it names none. */
export function caseIn(context: WebContext): CaseId | null {
  return parseCaseId(context.req.param('id') ?? '');
}

/** The page of the case in the address, for whoever opens the address of a form on it. */
export function backToCase(context: WebContext): Response {
  return context.redirect(withForm(context, `/cases/${caseIn(context) ?? ''}`), 303);
}

/** Which page of a case an address names, in one word: what stands behind the case in it. */
function pageIn(context: WebContext): string {
  return new URL(context.req.url).pathname.split('/')[3] ?? 'compare';
}

/** Opens the case in the address for whoever is at work; otherwise the page that says why not. */
export async function openCase(web: Web, context: WebContext): Promise<OpenedCase | Response> {
  const id = caseIn(context);
  if (!id) return showProblem(web, context, { problem: { kind: 'not-found' } });
  const by = actingOf(context);
  const opened = await web.world.desk.viewCase({ by, case: id, page: pageIn(context) });
  if (opened.kind !== 'view') return showDeskRefusal(web, context, opened);
  const from = placeOf(web, context, id);
  const frame = staffFrame(web, context);
  return { web, member: staffOf(context), by, frame, view: opened.view, path: `/cases/${id}`, from };
}

/** Reads a form about the case in the address; otherwise the page that says what is wrong with it. */
export async function readSent(
  web: Web,
  context: WebContext,
  repeated: readonly string[] = [],
): Promise<SentForm | Response> {
  const id = caseIn(context);
  if (!id) return showProblem(web, context, { problem: { kind: 'not-found' } });
  const form = await readStaffForm(web, context, repeated);
  if (form instanceof Response) return form;
  const version = Number(form.fields.get('version') ?? '');
  if (!Number.isSafeInteger(version))
    return showProblem(web, context, { problem: { kind: 'request-refused' } });
  return { by: actingOf(context), id, version, typed: Object.fromEntries(form.fields), lists: form.lists };
}
