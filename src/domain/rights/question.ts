import type { Application } from '../application/index.ts';
import type { Organisation } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';
import type { PersonTies } from './ports.ts';

/** What an application says of who may act in it. */
export type AccessRules = Pick<
  Application,
  'id' | 'openTo' | 'rights' | 'rightRequired' | 'openToLegalRepresentatives'
>;

/** May this person act for this organisation in this application, at this moment? `ties` may hold others' ties too: those never count. */
export type AccessQuestion = {
  readonly person: PersonId;
  readonly ties: PersonTies;
  readonly application: AccessRules;
  readonly organisation: Organisation;
  readonly at: Date;
};
