import { Hono } from 'hono';
import {
  checkTemplate,
  defaultTemplate,
  exampleFrame,
  exampleValues,
  type MailTemplate,
  type TemplateVersion,
} from '../../../domain/notification/index.ts';
import { leadToStaffForm, type StaffTold, staffFormAgain } from '../../http/session/staff-again.ts';
import { actingOf } from '../../http/session/staff-context.ts';
import { staffPage } from '../../http/session/staff-page.ts';
import { readStaffForm } from '../../http/session/web-session.ts';
import { showProblem } from '../../http/show-problem.ts';
import type { Web, WebContext, WebEnv } from '../../http/web-context.ts';
import { sayErrors } from '../../ui/form/error-words.ts';
import { showDeskRefusal } from '../refusals.ts';
import { templateIn, templatePath, type WhichTemplate } from '../which-template.ts';
import { writeTemplateErrors } from './write-template-errors.ts';
import { templateOutcomes, templatePage } from './write-template-page.ts';

/** What a text that was typed is shown with: what is wrong in it, or the version that somebody else saved meanwhile. */
type ToldOfTemplate = StaffTold & { readonly checked?: boolean; readonly conflict?: number };

/** `/cases/templates/:key/:language`: one text in one language. Everybody at work on cases may read it, a lead may change it. */
export function writeTemplateRoutes(web: Web): Hono<WebEnv> {
  const { templates } = web.world;
  const routes = new Hono<WebEnv>();

  routes.get('/cases/templates/:key/:language', (context) => {
    const which = templateIn(context);
    if (!which) return showProblem(web, context, { problem: { kind: 'not-found' } });
    return showTemplate(web, context, which);
  });

  routes.post('/cases/templates/:key/:language', async (context) => {
    const form = await readStaffForm(web, context);
    if (form instanceof Response) return form;
    const which = templateIn(context);
    if (!which) return showProblem(web, context, { problem: { kind: 'not-found' } });
    const field = (name: string) => (form.fields.get(name) ?? '').replace(/\r\n?/g, '\n');
    const text = { subject: field('subject'), body: field('body') };
    const again = (told: Omit<ToldOfTemplate, 'errors'>) =>
      leadToStaffForm<ToldOfTemplate>(web, context, text, { errors: [], ...told });
    if (field('do') === 'preview') return again({ checked: true });
    const basedOn = /^\d{1,6}$/.test(field('basedOn')) ? Number(field('basedOn')) : 0;
    const saved = await templates.saveTemplate({ by: actingOf(context), ...which, ...text, basedOn });
    switch (saved.kind) {
      case 'saved':
        return context.redirect(`${templatePath(which)}?done=saved`, 303);
      case 'wrong':
        return again({ checked: true });
      case 'changed':
        return again({ conflict: saved.newest });
      case 'not-allowed':
        return showDeskRefusal(web, context, saved);
    }
  });

  return routes;
}

async function showTemplate(web: Web, context: WebContext, which: WhichTemplate): Promise<Response> {
  const { versions, names } = await web.world.templates.listVersions(which);
  const standard = defaultTemplate(which.key, which.language);
  const live = versions.find(({ state }) => state === 'live') ?? standard;
  const page = staffPage(web, context);
  const again = await staffFormAgain<ToldOfTemplate>(web, context);
  const { subject = '', body = '' } = again?.typed ?? {};
  const text = again && { subject, body };
  const shown = {
    ...live,
    ...(text ?? restored(context, versions, standard) ?? openDraft(versions) ?? live),
  };
  const { checked = false, conflict = null, afterLogin = false } = again?.told ?? {};
  return context.html(
    templatePage(page, {
      live,
      shown,
      versions,
      names,
      errors: checked
        ? sayErrors(page.frame.words, checkTemplate({ ...which, subject, body }), writeTemplateErrors)
        : [],
      conflict: versions.find(({ version }) => version === conflict) ?? null,
      afterLogin,
      done: templateOutcomes.find((each) => each === context.req.query('done')) ?? null,
      values: exampleValues(which.language, page.now, web.world.settings.origin),
      mailFrame: exampleFrame(which, page.now, web.world.casework.sender),
    }),
  );
}

function openDraft(versions: readonly TemplateVersion[]): TemplateVersion | undefined {
  return versions.find(({ state }) => state === 'draft');
}

/** The version that `?from=` names, to be saved as a new draft; 0 is the text that Sluis brings along. */
function restored(
  context: WebContext,
  versions: readonly TemplateVersion[],
  standard: MailTemplate,
): MailTemplate | undefined {
  const from = context.req.query('from');
  return from === '0' ? standard : versions.find(({ version }) => String(version) === from);
}
