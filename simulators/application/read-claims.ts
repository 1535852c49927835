import type { ReceivedClaims, ReceivedRight, Visitor } from './model.ts';

/** Makes a visitor out of claims; `roleClaim` names the claim that carries the user rights. */
export function readVisitor(claims: ReceivedClaims, roleClaim: string): Visitor {
  const subject = textOf(claims, 'sub') ?? '';
  const name = [textOf(claims, 'given_name'), textOf(claims, 'family_name')].filter((part) => part).join(' ');
  const code = textOf(claims, 'vo_orgcode');
  const targetGroup = textOf(claims, 'vo_doelgroepcode');
  return {
    subject,
    name: name || subject,
    organisation: code
      ? { code, name: textOf(claims, 'vo_orgnaam') ?? code, targetGroup: targetGroup ?? '' }
      : null,
    targetGroup: code ? null : targetGroup,
    rights: readRights(claims[roleClaim]),
    claims,
  };
}

/**
 * Reads `KLIPgebruiker-Planaanvrager:0999000123` and `GipodBijdrager:0999000123, 0999000222`. A bare string counts as a
 * list of one; what is not understood is left out, never guessed.
 */
export function readRights(value: unknown): readonly ReceivedRight[] {
  const values = typeof value === 'string' ? [value] : Array.isArray(value) ? value : [];
  return values.flatMap((each): ReceivedRight[] => {
    const parts = /^([^:-]+)(?:-([^:]+))?:(.+)$/.exec(typeof each === 'string' ? each : '');
    if (!parts) return [];
    const organisations = (parts[3] ?? '').split(',').map((organisation) => organisation.trim());
    return organisations.map((organisation) => ({
      right: parts[1] ?? '',
      context: parts[2] ?? null,
      organisation,
    }));
  });
}

/** Whether a visitor holds a right, in this context if one is named, for the organisation that is acted for. */
export function hasRight(visitor: Visitor, right: string, context?: string): boolean {
  return visitor.rights.some(
    (each) =>
      each.right === right &&
      (context === undefined || each.context === context) &&
      (visitor.organisation === null || each.organisation === visitor.organisation.code),
  );
}

function textOf(claims: ReceivedClaims, name: string): string | null {
  const value = claims[name];
  return typeof value === 'string' && value !== '' ? value : null;
}
