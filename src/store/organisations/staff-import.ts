import type { AuditEvent } from '../../domain/audit/index.ts';
import {
  caseworkApplicationId,
  type ImportedStaffRight,
  type StaffRightChange,
} from '../../domain/staff/index.ts';
import type { StoreContext } from '../ground/context.ts';
import type { RowImport } from '../ground/import-session.ts';
import { beginRightImport, type RightImport, type RightImportCounts } from './right-import.ts';

/** What an import of staff did. */
export type StaffImportCounts = RightImportCounts;

/** An import under way: everything goes in together at `commit`, or nothing. */
export type StaffImport = Omit<RowImport<ImportedStaffRight, StaffImportCounts>, 'tryOut'> &
  Pick<RightImport, 'commit'>;

/** Begins an import of the rights of staff: those on Sluis's own pages, which have no contexts. */
export async function beginStaffImport(
  url: string,
  context: StoreContext,
  tell: (change: StaffRightChange) => AuditEvent,
): Promise<StaffImport> {
  const { addBatch, commit, abort } = await beginRightImport(url, context, tell);
  const own = { application: caseworkApplicationId, contexts: [] };
  return { addBatch: (rows) => addBatch(rows.map((row) => ({ ...row, ...own }))), commit, abort };
}
