import { later, MINUTE } from '../src/base/time.ts';
import { parseCaseId } from '../src/domain/casework/index.ts';
import type { Store, TakenItem } from '../src/store/index.ts';

const AT_ONCE = 200;
/** The mail server knows no such mailbox (RFC 5321). */
const REFUSED = '550';

/**
 * Marks the mail of before `until` as sent a minute after it was written: nobody wants three months of mail at once, and a case
 * tells all the same what was mailed and when. The last one was refused, so that there is something to see for whoever looks after mail.
 */
export async function finishPastMail(store: Store, until: Date): Promise<void> {
  const items = await takeAll(store, until);
  const writtenAt = await momentsOf(store, items);
  for (const [index, item] of items.entries()) {
    const at = later(writtenAt.get(item.id) ?? until, MINUTE);
    if (index < items.length - 1) await store.outbox.finish(item, at);
    else await store.outbox.bounce(item, at, REFUSED);
  }
}

/** Taken items come back in no order of their own. */
async function takeAll(store: Store, until: Date): Promise<readonly TakenItem[]> {
  const all: TakenItem[] = [];
  for (;;) {
    const items = await store.outbox.take(['mail'], AT_ONCE, until);
    if (items.length === 0) return all.sort((one, other) => Number(one.id) - Number(other.id));
    all.push(...items);
  }
}

async function momentsOf(store: Store, items: readonly TakenItem[]): Promise<ReadonlyMap<string, Date>> {
  const about = new Set(items.map(({ content }) => (content.kind === 'mail' ? content.mail.about : null)));
  return store.inTransaction(['mails'], async ({ mails }) => {
    const moments = new Map<string, Date>();
    for (const text of about) {
      const id = text === null ? null : parseCaseId(text);
      for (const mail of id === null ? [] : await mails.mailOf(id)) moments.set(mail.id, mail.createdAt);
    }
    return moments;
  });
}
