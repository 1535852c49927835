import type { CaseEvent, DeskError } from '../../../domain/casework/index.ts';
import { type FormAgain, ownerOfStaff, readFormAgain, showFormAgain } from '../../http/form-again.ts';
import type { Web, WebContext } from '../../http/web-context.ts';
import { type ErrorTable, sayErrors } from '../../ui/form/error-words.ts';
import type { KindOnForm } from '../refusals.ts';
import type { OpenedCase, SentForm } from './case-context.ts';
import { noTrouble, type Obstacle, type Trouble, type Unable } from './trouble.ts';

/** Why a form about a case is shown again, in codes. */
export type ToldOfCase = {
  readonly errors: readonly DeskError[];
  readonly obstacle?: { readonly kind: KindOnForm } | Unable | null;
  /** Which page of several: a look at a letter before it is sent, or what was asked for by a form. */
  readonly step?: 'preview' | 'change' | 'shown';
  /** It was kept until the agent had logged in once more. */
  readonly afterLogin?: boolean;
};

/** A form as its page shows it again: what was typed, and why. */
export type CaseFormAgain = Pick<FormAgain<ToldOfCase>, 'typed' | 'lists'> & {
  readonly step: ToldOfCase['step'] | null;
  readonly trouble: Trouble;
};

/** Leads to the page of a form, with what was typed in it: the form's own address, where nothing else is said. */
export async function leadToForm(
  web: Web,
  context: WebContext,
  { typed, lists }: Pick<SentForm, 'typed'> & Partial<Pick<SentForm, 'lists'>>,
  told: ToldOfCase,
  at: { readonly form: string; readonly page: string } = { form: formIn(context), page: formIn(context) },
): Promise<Response> {
  return showFormAgain(web, context, ownerOfStaff(web, context), {
    ...at,
    typed,
    lists: Object.fromEntries(lists ?? []),
    told,
  });
}

/** The form that this request shows again, as things stand with the case now; `null` when it is shown for the first time. */
export async function formAgain(
  { web, frame, view }: OpenedCase,
  context: WebContext,
  table: ErrorTable,
  form = formIn(context),
): Promise<CaseFormAgain | null> {
  const again = await readFormAgain<ToldOfCase>(web, context, ownerOfStaff(web, context), form);
  if (again === null) return null;
  const { typed, lists, told } = again;
  const seen = Number(typed.version ?? view.case.version);
  const obstacle = obstacleNow(told, seen === view.case.version);
  const since = view.events.filter(({ details }: CaseEvent) => Number(details.version ?? 0) > seen);
  return {
    typed,
    lists,
    step: told.step ?? null,
    trouble: {
      errors: sayErrors(frame.words, told.errors, table),
      obstacle: obstacle === 'changed' ? { kind: 'changed', since } : obstacle,
    },
  };
}

/** What was kept for a login tells that, or what happened to the case meanwhile. */
function obstacleNow(
  { afterLogin, obstacle = null }: ToldOfCase,
  isSame: boolean,
): Exclude<Obstacle, { kind: 'changed' }> | 'changed' | null {
  if (afterLogin) return isSame ? { kind: 'after-login' } : 'changed';
  if (obstacle === null || obstacle.kind === 'data-missing') return obstacle;
  const { kind } = obstacle;
  return kind === 'changed' ? 'changed' : { kind };
}

/** What the page has to say of the form: nothing when it is shown for the first time. */
export function troubleOf(again: CaseFormAgain | null): Trouble {
  return again?.trouble ?? noTrouble;
}

/** The name of a form is the address that it is sent to. */
function formIn(context: WebContext): string {
  return new URL(context.req.url).pathname;
}
