import { help } from './de/help.ts';
import { journey } from './de/journey.ts';
import { problems } from './de/problems.ts';
import { staff } from './de/staff.ts';

export const de = { ...journey, ...problems, ...staff, ...help };
