import { parseTargetGroup } from '../organisation/index.ts';
import type { CapacityWish } from './model.ts';

const LONGEST_HINT = 1024;
const LONGEST_CODE = 100;

/**
 * Reads a targeted login out of `login_hint`: base64 (or base64url) of a JSON object with `cap_hint`, the target group, and
 * `code_hint`, the organisation (ACM "gericht aanmelden"). `null` for any other hint, which is no error: hints are voluntary.
 */
export function wishFrom(text: string): CapacityWish | null {
  const hint = text.length <= LONGEST_HINT ? objectIn(text.trim()) : null;
  if (hint === null || typeof hint.cap_hint !== 'string') return null;
  const targetGroup = parseTargetGroup(hint.cap_hint);
  const code = hint.code_hint ?? null;
  if (targetGroup === null || (code !== null && typeof code !== 'string')) return null;
  if (code !== null && code.length > LONGEST_CODE) return null;
  return { targetGroup, code: code?.trim() || null };
}

function objectIn(base64: string): { readonly cap_hint?: unknown; readonly code_hint?: unknown } | null {
  const standard = base64.replaceAll('-', '+').replaceAll('_', '/');
  try {
    const bytes = Uint8Array.from(atob(standard), (character) => character.charCodeAt(0));
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return typeof value === 'object' && value !== null ? value : null;
  } catch {
    // Not base64, not UTF-8 or not JSON: somebody else's hint.
    return null;
  }
}
