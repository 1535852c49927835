import { help } from './en/help.ts';
import { journey } from './en/journey.ts';
import { problems } from './en/problems.ts';
import { staff } from './en/staff.ts';

/** English: the source of all keys. */
export const en = { ...journey, ...problems, ...staff, ...help } as const;
