import { help } from './en/help.ts';
import { journey } from './en/journey.ts';
import { problems } from './en/problems.ts';

/** English: the source of all keys. */
export const en = { ...journey, ...problems, ...help } as const;
