import type { Brand } from '../../base/brand.ts';
import { ownPathParser } from '../../base/typed/own-path.ts';

/** An address of the pages of organisations, where a login may lead: `/organisation…`, never another site. */
export type OrganisationPath = Brand<string, 'OrganisationPath'>;

export const organisationHome = '/organisation' as OrganisationPath;

/** Reads where somebody wants to go after logging in; `null` for whatever is no page of organisations. */
export const parseOrganisationPath = ownPathParser<OrganisationPath>('organisation');
