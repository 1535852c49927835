import { createHash } from 'node:crypto';
import { type InvitationSecret, parseInvitationSecret } from '../../src/domain/invitation/index.ts';

/** The link of the demo's invitation: the same in every demo, for a start page has to know it. No installation has one that can be told. */
export const demoInvitation: InvitationSecret = secretOf('the invitation of the demo');

function secretOf(text: string): InvitationSecret {
  const secret = parseInvitationSecret(createHash('sha256').update(text).digest('base64url'));
  if (secret === null) throw new Error('the demo has no invitation');
  return secret;
}
