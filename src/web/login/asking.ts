import type { AskForm, ListedRequest } from '../../domain/access-request/index.ts';
import { parseOrganisationId } from '../../domain/organisation/index.ts';
import type { View } from '../../login/index.ts';
import { AGAIN, ownerOfBrowser, readFormAgain } from '../http/form-again.ts';
import type { AskTold } from '../http/read-asked.ts';
import type { Web, WebContext } from '../http/web-context.ts';
import { askErrors } from '../ui/access/ask-errors.ts';
import { sayErrors } from '../ui/form/error-words.ts';
import type { FormState } from '../ui/form/form-fields.ts';
import type { Frame } from '../ui/frame.ts';

type PageView = Extract<View, { readonly kind: 'page' }>;

/** What the page of somebody without access shows of asking for it. */
export type Asking = {
  readonly form: AskForm;
  /** What they asked for here, newest first. */
  readonly requests: readonly ListedRequest[];
  /** Whether they wish to see the form although a request of theirs waits. */
  readonly asksAnew: boolean;
  readonly search: string;
  readonly waits: boolean;
  readonly contexts: readonly string[];
  readonly state: Pick<FormState, 'typed' | 'errors'>;
};

const LONGEST_SEARCH = 60;

/** The form of this login by which somebody asks for access. */
export function nameOfAsk(login: string): string {
  return `login ${login} ask`;
}

/** What a login without a capacity shows of asking for access; `null` for every other page. */
export async function askingIn(
  web: Web,
  context: WebContext,
  { attempt, application, page }: PageView,
  frame: Pick<Frame, 'words'>,
): Promise<Asking | null> {
  if (page.kind !== 'no-capacity') return null;
  const { accessRequests, organisationSearches } = web.world;
  const typed = (context.req.query('find') ?? '').trim().slice(0, LONGEST_SEARCH);
  const waits = typed !== '' && organisationSearches.take(page.person).kind === 'wait';
  const wanted = context.req.query('organisation') ?? '';
  const form = await accessRequests.viewAskForm({
    person: page.person,
    application: application.id,
    organisation: parseOrganisationId(wanted),
    search: waits ? '' : typed,
    chooses: wanted === 'other',
  });
  const owner = ownerOfBrowser(web, context);
  const again = owner && (await readFormAgain<AskTold>(web, context, owner, nameOfAsk(attempt.id)));
  return {
    form,
    requests: await accessRequests.listOwnRequests({ person: page.person, application: application.id }),
    asksAnew: ['find', 'organisation', 'ask', AGAIN].some((name) => context.req.query(name) !== undefined),
    search: typed,
    waits,
    contexts: again?.lists.contexts ?? [],
    state: {
      typed: again?.typed ?? {},
      errors: sayErrors(frame.words, again?.told.errors ?? [], askErrors),
    },
  };
}
