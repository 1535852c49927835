import { later, MINUTE } from '../src/base/time.ts';
import { parseCaseId } from '../src/domain/casework/index.ts';
import type { Store } from '../src/store/index.ts';

const AT_ONCE = 200;

/**
 * Marks the mail of before `until` as sent a minute after it was written: nobody wants three months of mail at once, and a case
 * tells all the same what was mailed and when.
 */
export async function finishPastMail(store: Store, until: Date): Promise<void> {
  for (;;) {
    const items = await store.outbox.take(['mail'], AT_ONCE, until);
    if (items.length === 0) return;
    const about = items.map(({ content }) => (content.kind === 'mail' ? content.mail.about : null));
    const writtenAt = await momentsOf(store, new Set(about));
    for (const item of items) {
      const at = later(writtenAt.get(item.id) ?? until, MINUTE);
      await store.outbox.finish(item, at);
    }
  }
}

async function momentsOf(
  store: Store,
  cases: ReadonlySet<string | null>,
): Promise<ReadonlyMap<string, Date>> {
  return store.inTransaction(async ({ mails }) => {
    const moments = new Map<string, Date>();
    for (const about of cases) {
      const id = about === null ? null : parseCaseId(about);
      for (const mail of id === null ? [] : await mails.mailOf(id)) moments.set(mail.id, mail.createdAt);
    }
    return moments;
  });
}
