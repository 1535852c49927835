import { changeRequest, changingNeeds } from './change-request.ts';
import { type Deciders, deciderNeeds, decidersOf, platformOf } from './deciders.ts';
import type { AccessRequest } from './model.ts';
import { tellDeciders, tellingNeeds, tellPlatform } from './tell.ts';
import type { RequestContext } from './world.ts';

const needs = [...changingNeeds, ...deciderNeeds, ...tellingNeeds] as const;
type TellingContext = RequestContext<typeof needs>;

/**
 * Tells those who decide that a request waits on them. Where nobody in the organisation can, it goes to the platform at once; what came to
 * the platform before is told there too.
 */
export async function tellWhoDecides(
  context: TellingContext,
  request: AccessRequest,
): Promise<{ readonly request: AccessRequest; readonly deciders: Deciders['kind'] }> {
  const { kind: deciders, persons } = await decidersOf(context, request);
  await tellDeciders(context, request, { template: 'access-waits', persons });
  if (request.escalation === 'platform') {
    await tellPlatform(context, request, await platformOf(context, request));
    return { request, deciders };
  }
  if (deciders !== 'platform') return { request, deciders };
  return { request: await escalate(context, request, 'platform'), deciders };
}

/** Carries a request that nobody decides one step further; with the last one the platform is told. */
export async function escalate(
  context: TellingContext,
  request: AccessRequest,
  escalation: AccessRequest['escalation'],
): Promise<AccessRequest> {
  const escalated = { ...request, escalation };
  await changeRequest(context, escalated, { what: 'escalated', ...byTime });
  if (escalation === 'platform') await tellPlatform(context, escalated, await platformOf(context, escalated));
  return escalated;
}

/** What nobody did, but time. */
export const byTime = {
  actor: { kind: 'system' },
  by: { person: null, authority: 'system' },
  reason: null,
} as const;
