import type { RoleClaim } from '../domain/application/index.ts';
import type { Capacity } from '../domain/capacity/index.ts';
import type { TargetGroup } from '../domain/organisation/index.ts';

// `vo_doelgroepnaam` as recorded from tokens in use: GID, LB and EA; the others follow the same custom.
const targetGroupNames: Readonly<Record<TargetGroup, string>> = {
  BUR: 'Burgers',
  GID: 'VO-medewerkers',
  LB: 'Lokale Besturen',
  OV: 'Onderwijs en Vorming',
  EA: 'Economische Actoren',
  VER: 'Verenigingen',
};

/** The claims of scope `vo`: who one is in user management and for whom one acts (ACM "scope-claims", "doelgroepen"). */
export function capacityOf(capacity: Capacity): Readonly<Record<string, string>> {
  if (capacity.kind === 'citizen') return group('BUR');
  const identifier = capacity.voId === null ? {} : { vo_id: capacity.voId };
  if (capacity.kind === 'group') return { ...identifier, ...group(capacity.targetGroup) };
  const { organisation, email } = capacity;
  return {
    ...identifier,
    ...group(organisation.targetGroup),
    vo_orgcode: organisation.code,
    vo_orgnaam: organisation.name,
    ...(email === null ? {} : { vo_email: email }),
  };
}

function group(targetGroup: TargetGroup): Readonly<Record<string, string>> {
  return { vo_doelgroepcode: targetGroup, vo_doelgroepnaam: targetGroupNames[targetGroup] };
}

/**
 * The role strings, `right-context:organisation` (3d, one per context) or `right:organisation` (2d). On group level several
 * organisations that hold the same right stand behind it, separated by a comma and a space (ACM "doelgroepen").
 */
export function roleStrings(
  capacity: Exclude<Capacity, { kind: 'citizen' }>,
  format: RoleClaim['format'],
): readonly string[] {
  const organisations = new Map<string, string[]>();
  for (const { right, contexts, organisation } of capacity.rights) {
    const names =
      format === '2d' || contexts.length === 0 ? [right] : contexts.map((context) => `${right}-${context}`);
    for (const name of names) {
      const holders = organisations.get(name) ?? [];
      if (!holders.includes(organisation)) holders.push(organisation);
      organisations.set(name, holders);
    }
  }
  return [...organisations].map(([name, holders]) => `${name}:${holders.join(', ')}`);
}
