import type { Context, Hono } from 'hono';
import type { PageSetting } from './pages.ts';
import { welcomePage } from './pages.ts';
import { visitorPage } from './visitor-page.ts';
import type { ApplicationWorld } from './world.ts';

const LONGEST = 120;

/** `/` and `/work`: the page of the visitor, and the one thing that a right lets them do. */
export function addWorkRoutes(app: Hono, world: ApplicationWorld): void {
  const { sessions, log } = world;
  app.get('/', (context) => {
    const page = world.page(context);
    const session = sessions.of(context).visitor;
    if (!session) return context.html(welcomePage(page, null));
    const { visitor } = session;
    const notice = context.req.query('done') === undefined ? null : ({ kind: 'done' } as const);
    return context.html(visitorPage(page, { visitor, done: log.of(visitor), notice, values: {} }));
  });
  app.post('/work', (context) => work(context, world));
}

async function work(context: Context, world: ApplicationWorld): Promise<Response> {
  const { sessions, log, description } = world;
  const page = world.page(context);
  const session = sessions.of(context).visitor;
  if (!session) return context.redirect('/', 303) as Response;
  const { visitor } = session;
  const values = textValues(await context.req.parseBody(), page);
  const refuse = (kind: 'refused' | 'fill-in', status: 403 | 422) =>
    context.html(visitorPage(page, { visitor, done: log.of(visitor), notice: { kind }, values }), status);
  if (!description.work.mayDo(visitor)) return refuse('refused', 403);
  if (Object.values(values).some((value) => value === '' || value.length > LONGEST))
    return refuse('fill-in', 422);
  log.add(visitor, description.work.line(values));
  return context.redirect('/?done', 303) as Response;
}

function textValues(
  body: Readonly<Record<string, unknown>>,
  { description, language }: PageSetting,
): Readonly<Record<string, string>> {
  const entries = description.work.fields(language).map(({ name }) => {
    const value = body[name];
    return [name, typeof value === 'string' ? value.trim() : ''] as const;
  });
  return Object.fromEntries(entries);
}
