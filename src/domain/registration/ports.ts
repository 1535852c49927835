import type { PresentedIdentity } from '../identity-matching/index.ts';
import type { NumberUnknownReason, RegistrationReference } from './model.ts';

/** A request for a number, as far as this journey takes it: the data are kept and a reference is given. */
export type RegistrationRequest = {
  readonly reference: RegistrationReference;
  readonly identity: PresentedIdentity;
  readonly reason: NumberUnknownReason;
  readonly application: string;
  readonly at: Date;
};

export type RegistrationStore = {
  /** Keeps the request; the same identity asking again gets the reference it already has. */
  open(request: RegistrationRequest): Promise<RegistrationReference>;
};
