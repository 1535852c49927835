import { type Application, admits, findRight } from '../../../domain/application/index.ts';
import {
  type OrganisationCode,
  parseOrganisationCode,
  parseTargetGroup,
  type TargetGroup,
} from '../../../domain/organisation/index.ts';

/** The parameters of a prepared link (ACM "zelfregistratie"): `dg` the target group, `an` the application, `ec` the right, `ctx` its context, `oc` the organisation. */
export type LinkParameters = Readonly<Record<'dg' | 'an' | 'ec' | 'ctx' | 'oc', string | null>>;

/** What is wrong with a link, by its parameter; `one`: not exactly one of `an` and `ec`. */
export type LinkFault = 'dg' | 'one' | 'an' | 'ec' | 'ctx' | 'oc';

/** What a link asks for: a right of an application where it names one; `null` for a work relation. */
export type LinkedWish = {
  readonly application: Application | null;
  readonly right: string | null;
  readonly context: string | null;
  readonly organisation: { readonly targetGroup: TargetGroup; readonly code: OrganisationCode } | null;
};

type Read =
  | { readonly kind: 'wish'; readonly wish: LinkedWish }
  | { readonly kind: 'wrong'; readonly fault: LinkFault };

const wrong = (fault: LinkFault): Read => ({ kind: 'wrong', fault });

/** Reads a link that asks for a right. */
export function readRightLink(
  { dg, an, ec, ctx, oc }: LinkParameters,
  applications: readonly Application[],
): Read {
  const group = parseTargetGroup(dg ?? '');
  if (group === null || group === 'BUR') return wrong('dg');
  if ((an === null) === (ec === null)) return wrong('one');
  const open = applications.filter((each) => each.protocol === 'oidc' && admits(each, group));
  const application = open.find((each) =>
    an === null ? findRight(each, ec ?? '') !== null : isCalled(each, an),
  );
  if (!application) return wrong(an === null ? 'ec' : 'an');
  const rights = ec === null ? application.rights : application.rights.filter(({ code }) => code === ec);
  const knowing = ctx === null ? rights : rights.filter(({ contexts }) => contexts.includes(ctx));
  if (ctx !== null && knowing.length === 0) return wrong('ctx');
  const right = ec ?? (ctx === null ? null : (knowing[0]?.code ?? null));
  return withOrganisation({ application, right, context: ctx, organisation: null }, group, oc);
}

/** Reads a link that asks for a work relation. */
export function readRelationLink({ dg, oc }: Pick<LinkParameters, 'dg' | 'oc'>): Read {
  const group = parseTargetGroup(dg ?? '');
  if (group === null || group === 'BUR') return wrong('dg');
  return withOrganisation({ application: null, right: null, context: null, organisation: null }, group, oc);
}

function withOrganisation(wish: LinkedWish, targetGroup: TargetGroup, oc: string | null): Read {
  if (oc === null) return { kind: 'wish', wish };
  const code = parseOrganisationCode(targetGroup, oc);
  return code === null
    ? wrong('oc')
    : { kind: 'wish', wish: { ...wish, organisation: { targetGroup, code } } };
}

/** By its id, or by its name in any language. */
function isCalled({ id, name }: Application, an: string): boolean {
  const written = an.trim().toLowerCase();
  return id.toLowerCase() === written || Object.values(name).some((each) => each.toLowerCase() === written);
}
