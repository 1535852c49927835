import type { Brand } from '../../base/brand.ts';

/** An address of Sluis's own pages for staff, where a login may lead: `/cases…`, `/office…` or `/platform…`, never another site. */
export type StaffPath = Brand<string, 'StaffPath'>;

const LONGEST = 1000;
const PATH = /^\/(?:cases|office|platform)(?:\/[A-Za-z0-9_.~-]+)*\/?(?:\?[A-Za-z0-9_.~%&=+:,-]*)?$/;

/** Reads where somebody wants to go after logging in; `null` for whatever is not a page for staff. */
export function parseStaffPath(text: string): StaffPath | null {
  if (text.length > LONGEST || !PATH.test(text) || /\/\.\.?(?:\/|\?|$)/.test(text)) return null;
  return text as StaffPath;
}
