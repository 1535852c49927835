import { type FormOwner, keepSentForm, readFormAgain } from '../../http/form-again.ts';
import type { PersonForm } from '../../http/session/person-pages.ts';
import type { Web, WebContext } from '../../http/web-context.ts';
import { hidden } from '../../ui/form/posted-form.ts';
import { type Fragment, html } from '../../ui/html.ts';
import { formOwner, type OpenedOrganisation } from '../open-organisation.ts';
import type { GivingError } from '../right-refusals.ts';

/** The steps, in the order in which somebody goes through them, by the end of their address. */
export const givingSteps = ['', '/application', '/rights', '/check'] as const;
export type GivingStep = (typeof givingSteps)[number];

const FIELDS = [
  'search',
  'application',
  'colleague',
  'until-day',
  'until-month',
  'until-year',
  'reason',
] as const;
const LISTS = ['people', 'rights', 'contexts'] as const;
type ListName = (typeof LISTS)[number];

/** All that was answered so far: each step takes the answers of the others along, so that going back loses nothing. */
export type GivingForm = {
  readonly typed: Readonly<Record<string, string>>;
  readonly lists: Readonly<Record<ListName, readonly string[]>>;
};

/** What is told on the step that is shown next: what was wrong, and what a colleague has that could not be copied. */
export type GivingTold = {
  readonly errors?: readonly GivingError[];
  readonly leftOut?: readonly GivingError[];
  /** It came back after a login: nothing was done yet. */
  readonly afterLogin?: true;
};

export const nothingAnswered: GivingForm = { typed: {}, lists: { people: [], rights: [], contexts: [] } };

/** What a form of these steps brings along. */
export function givingIn({ fields, lists }: PersonForm): GivingForm {
  return {
    typed: Object.fromEntries(FIELDS.map((name) => [name, fields.get(name) ?? ''])),
    lists: {
      people: lists.get('people') ?? [],
      rights: lists.get('rights') ?? [],
      contexts: lists.get('contexts') ?? [],
    },
  };
}

/** The answers that a step does not ask for itself, to go along with its form. */
export function carriedAnswers({ typed, lists }: GivingForm, asked: readonly string[]): Fragment {
  return html`${FIELDS.filter((name) => !asked.includes(name)).map((name) => hidden(name, typed[name] ?? ''))}${LISTS.filter((name) => !asked.includes(name)).map((name) => lists[name].map((value) => hidden(name, value)))}`;
}

/** The address of a step. */
export function pathOfStep({ at }: Pick<OpenedOrganisation, 'at'>, step: GivingStep): string {
  return at(`/give-access${step}`);
}

/** Keeps what was answered for a step, and leads to it. */
export async function leadToStep(
  web: Web,
  context: WebContext,
  opened: OpenedOrganisation,
  {
    step,
    form,
    told = {},
  }: { readonly step: GivingStep; readonly form: GivingForm; readonly told?: GivingTold },
): Promise<Response> {
  const path = pathOfStep(opened, step);
  const sent = { form: path, page: path, typed: form.typed, lists: form.lists, told };
  return context.redirect(await keepSentForm<GivingTold>(web, ownerOf(web, context, opened), sent), 303);
}

/** What was answered before this step; `null` where the address names nothing that was kept. */
export async function answeredBefore(
  web: Web,
  context: WebContext,
  opened: OpenedOrganisation,
): Promise<{ readonly form: GivingForm; readonly told: GivingTold } | null> {
  const kept = await readFormAgain<GivingTold>(web, context, ownerOf(web, context, opened), context.req.path);
  if (kept === null) return null;
  const { people = [], rights = [], contexts = [] } = kept.lists;
  return { form: { typed: kept.typed, lists: { people, rights, contexts } }, told: kept.told };
}

function ownerOf(web: Web, context: WebContext, opened: OpenedOrganisation): FormOwner {
  return formOwner(web, context, opened);
}
