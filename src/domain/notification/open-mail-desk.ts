import { correlationCode } from '../../base/correlation.ts';
import type { Randomness } from '../../base/ports.ts';
import { type Clock, DAY, later } from '../../base/time.ts';
import type { UnitOfWork } from '../../base/unit-of-work.ts';
import { isUuid } from '../../base/uuid.ts';
import type { AuditTrail } from '../audit/index.ts';
import { mayOpen } from '../staff/index.ts';
import type { MailDesk, TroubledMail } from './mail-desk.ts';
import type { TroubledMails } from './ports.ts';

export type MailDeskStores = {
  /** The cases that mail is about. `find` is given nothing but a UUID. */
  readonly cases: { find(id: string): Promise<{ readonly id: string; readonly reference: string } | null> };
  readonly audit: AuditTrail;
};

/** Opens the outgoing mail for agents. Who sees which cases have mail in trouble, and who sends one again, is recorded. */
export function openMailDesk(ports: {
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly outbox: TroubledMails;
  readonly audit: AuditTrail;
  readonly inTransaction: UnitOfWork<MailDeskStores>;
}): MailDesk {
  const { clock, randomness, outbox, audit, inTransaction } = ports;
  return {
    counts: () => outbox.countsByState(later(clock(), -DAY)),
    async troubled(member, limit) {
      const mails = await outbox.troubled(limit);
      return inTransaction(['cases', 'audit'], async (stores) => {
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
            actor: { kind: 'person', id: member.person },
            subject: null,
            concerned,
            purpose: 'casework',
            details: { mails: mails.length },
            correlation: correlationCode(randomness.bytes(8)),
          });
        return told;
      });
    },
    async retry(member, id) {
      if (!mayOpen('cases', member)) return { kind: 'not-now' };
      const isBack = await outbox.retry(id, clock());
      if (isBack)
        await audit.record({
          kind: 'mail.retried',
          actor: { kind: 'person', id: member.person },
          subject: null,
          purpose: 'casework',
          details: { mail: id },
          correlation: correlationCode(randomness.bytes(8)),
        });
      return { kind: isBack ? 'retried' : 'not-now' };
    },
  };
}
