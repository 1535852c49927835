import type { World } from '../../../base/unit-of-work.ts';
import type { BouncedMail } from '../../notification/index.ts';
import { system } from '../case/doer.ts';
import { record, recordingNeeds } from '../case/keep-case.ts';
import type { CaseId } from '../case/model.ts';
import { parseCaseId } from '../case/parse-case-id.ts';
import { act, bindActs, type CaseworkSettings, type CaseworkStores } from '../case/world.ts';

/** Tells a case that a mail about it came back. The job may run twice when a process is cut off: the timeline tells of each mail once. */
export async function recordBounce(
  world: World<CaseworkStores, CaseworkSettings>,
  bounced: BouncedMail,
): Promise<void> {
  const id = parseCaseId(bounced.about);
  if (id !== null) await bindActs(world)(tellBounced)({ ...bounced, case: id });
}

const tellBounced = act(
  ['cases', ...recordingNeeds],
  async (context, { case: id, mail, code }: BouncedMail & { readonly case: CaseId }): Promise<void> => {
    const { stores, now } = context;
    const events = await stores.caseEvents.of(id);
    if (events.some(({ kind, details }) => kind === 'mail-bounced' && details.mail === mail)) return;
    await stores.cases.lookAgain(id, now);
    await record(context, { id }, { kind: 'mail-bounced', by: system, details: { mail, code } });
  },
);
