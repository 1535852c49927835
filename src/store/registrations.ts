import type { RegistrationReference, RegistrationStore } from '../domain/registration/index.ts';
import type { StoreContext } from './context.ts';
import { encodeJson } from './json.ts';
import { hashIdentifier } from './links.ts';
import type { Statement } from './statement.ts';

const open: Statement = {
  name: 'registrations.open',
  text: `insert into registration_requests (reference, identity_hash, identity_sealed, reason, application, requested_at)
    values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
};
const find: Statement = {
  name: 'registrations.find_open',
  text: 'select reference from registration_requests where identity_hash = $1 and closed_at is null',
};

/** Requests for a number: one open request per identity, so asking again gives the same reference. */
export function registrationsIn({ queries, protection }: StoreContext): RegistrationStore {
  return {
    async open(request) {
      const identity = hashIdentifier(protection, request.identity.identifier);
      const sealed = protection.seal('registration_requests.identity_sealed', encodeJson(request.identity));
      const { reference, reason, application, at } = request;
      const added = await queries.change(open, [reference, identity, sealed, reason, application, at]);
      if (added === 1) return reference;
      const first = await queries.first<{ reference: string }>(find, [identity]);
      if (first === null)
        throw new Error('the reference of a registration request is already used by another identity');
      return first.reference as RegistrationReference;
    },
  };
}
