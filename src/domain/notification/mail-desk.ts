import { correlationCode } from '../../base/correlation.ts';
import { DAY, later } from '../../base/time.ts';
import type { Surroundings, World } from '../../base/unit-of-work.ts';
import { isUuid } from '../../base/uuid.ts';
import { type ActingPerson, actorOf, actsIn, declaringActs, mayActIn } from '../acting/index.ts';
import type { AuditTrail } from '../audit/index.ts';
import type { SentMail, TroubledMails } from './ports.ts';

export type MailDeskStores = {
  /** The cases that mail is about. `find` is given nothing but a UUID. */
  readonly cases: { find(id: string): Promise<{ readonly id: string; readonly reference: string } | null> };
  readonly audit: AuditTrail;
};

const act = declaringActs<Surroundings, MailDeskStores>();

/** A mail that does not arrive by itself, with the case it is about. Never its address or its text. */
export type TroubledMail = SentMail & {
  readonly about: { readonly case: string; readonly reference: string } | null;
};

export type ShowMails = {
  readonly by: ActingPerson;
  readonly mails: Awaited<ReturnType<TroubledMails['troubled']>>;
};

/** Says of each mail which case it is about; whom that shows is told to the trail. */
const showMails = act(
  ['cases', 'audit'],
  async ({ stores, world }, { by, mails }: ShowMails): Promise<readonly TroubledMail[]> => {
    const told: TroubledMail[] = [];
    for (const mail of mails) {
      const one = mail.about !== null && isUuid(mail.about) ? await stores.cases.find(mail.about) : null;
      told.push({ ...mail, about: one && { case: one.id, reference: one.reference } });
    }
    const concerned = told.flatMap(({ about }) =>
      about === null ? [] : [{ way: 'listed', applicantOf: about.case } as const],
    );
    if (concerned.length > 0)
      await stores.audit.record({
        kind: 'mail.list-viewed',
        actor: actorOf(by),
        subject: null,
        concerned,
        purpose: 'casework',
        details: { mails: mails.length },
        correlation: correlationCode(world.randomness.bytes(8)),
      });
    return told;
  },
);

export type RetryMail = { readonly by: ActingPerson; readonly id: string };

const tellRetried = act(
  ['audit'],
  ({ stores, world }, { by, id }: RetryMail): Promise<void> =>
    stores.audit.record({
      kind: 'mail.retried',
      actor: actorOf(by),
      subject: null,
      purpose: 'casework',
      details: { mail: id },
      correlation: correlationCode(world.randomness.bytes(8)),
    }),
);

/** The outgoing mail, for agents who want to know whether people got what was sent. */
export type MailDesk = ReturnType<typeof openMailDesk>;

/** Opens the outgoing mail for agents. Who sees which cases have mail in trouble, and who sends one again, is recorded. */
export function openMailDesk(
  world: World<MailDeskStores> & {
    /** The queue of mail stands outside of transactions: another process empties it. */
    readonly outbox: TroubledMails;
  },
) {
  const { clock, outbox } = world;
  const run = actsIn<Surroundings, MailDeskStores>(world);
  return {
    countMails: () => outbox.countsByState(later(clock(), -DAY)),
    /** Mail that is stuck or bounced, newest first. */
    listTroubled: async ({ by, limit }: { readonly by: ActingPerson; readonly limit: number }) =>
      run(showMails)({ by, mails: await outbox.troubled(limit) }),
    /** Puts a mail back in the queue; `not-now` when it left meanwhile. */
    async retryMail(asked: RetryMail): Promise<{ readonly kind: 'retried' | 'not-now' }> {
      if (!mayActIn('cases', asked.by)) return { kind: 'not-now' };
      const isBack = await outbox.retry(asked.id, clock());
      if (isBack) await run(tellRetried)(asked);
      return { kind: isBack ? 'retried' : 'not-now' };
    },
  };
}
