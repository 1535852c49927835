import { Hono } from 'hono';
import { requireFresh } from '../../../http/session/web-session.ts';
import type { Web, WebEnv } from '../../../http/web-context.ts';
import { formAgain, leadToForm, troubleOf } from '../again.ts';
import { chosenIn } from '../candidates/chosen.ts';
import { CASE, openCase, readSent } from '../case-context.ts';
import { draftOf } from '../draft.ts';
import { lookIn, shownIn } from '../evidence/evidence.ts';
import { askFresh, keepForLater } from '../keep-draft.ts';
import { settle } from '../settle.ts';
import { linkErrors } from './link-errors.ts';
import { linkPage } from './link-page.ts';

/** Linking the eID to a person of the register. */
export function linkRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  const path = `${CASE}/link/:choice` as const;

  routes.get(path, requireFresh(web), async (context) => {
    const opened = await openCase(web, context);
    if (opened instanceof Response) return opened;
    const candidate = await chosenIn(opened, context);
    if (candidate instanceof Response) return candidate;
    const again = await formAgain(opened, context, linkErrors);
    const typed = again?.typed ?? { comment: draftOf(opened.view, 'link') ?? '' };
    const beside = { shown: shownIn(opened, context), typing: true };
    return context.html(linkPage(opened, candidate, { typed, trouble: troubleOf(again), beside }));
  });

  routes.post(path, async (context) => {
    const sent = await readSent(web, context);
    if (sent instanceof Response) return sent;
    const opened = await openCase(web, context);
    if (opened instanceof Response) return opened;
    const candidate = await chosenIn(opened, context);
    if (candidate instanceof Response) return candidate;
    const { comment = '', step } = sent.typed;
    const draft = { kind: 'link', text: comment } as const;
    const look = lookIn(sent, context);
    if (look) return leadToForm(web, context, sent, { errors: [] }, look);
    if (step === 'save') return keepForLater(web, context, sent, draft);
    const login = await askFresh(web, context, sent);
    if (login) return login;
    const despiteLink = sent.typed.despiteLink === 'yes';
    const answer =
      candidate.linked.length > 0 && !despiteLink
        ? ({ kind: 'wrong', errors: [{ field: 'despiteLink', code: 'choose' }] } as const)
        : await web.world.desk.linkToPerson({
            by: sent.by,
            case: sent.id,
            version: sent.version,
            number: candidate.person.number,
            comment,
            despiteLink,
          });
    const waits = answer.kind === 'done' && answer.case.state.kind === 'to-confirm';
    return settle(web, context, answer, { done: waits ? 'proposed' : 'linked', sent });
  });
  return routes;
}
