import { correlationCode } from '../../../base/correlation.ts';
import type { BouncedMail } from '../../notification/index.ts';
import { parseCaseId } from '../case/parse-case-id.ts';
import { type CaseworkWorld, inContext } from '../case/world.ts';

/** Tells a case that a mail about it came back. The job may run twice when a process is cut off: the timeline tells of each mail once. */
export async function recordBounce(world: CaseworkWorld, { about, mail, code }: BouncedMail): Promise<void> {
  const id = parseCaseId(about);
  if (id === null) return;
  await inContext(world, async ({ stores, now: at }) => {
    const events = await stores.caseEvents.of(id);
    if (events.some(({ kind, details }) => kind === 'mail-bounced' && details.mail === mail)) return;
    const by = { kind: 'system' } as const;
    await stores.cases.lookAgain(id, at);
    await stores.caseEvents.add({
      case: id,
      at,
      kind: 'mail-bounced',
      by,
      text: null,
      details: { mail, code },
    });
    await stores.audit.record({
      kind: 'case.mail-bounced',
      actor: by,
      subject: { kind: 'case', id },
      purpose: 'registration',
      details: { mail, code },
      correlation: correlationCode(world.randomness.bytes(8)),
    });
  });
}
