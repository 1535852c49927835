import { help } from './fr/help.ts';
import { journey } from './fr/journey.ts';
import { problems } from './fr/problems.ts';
import { staff } from './fr/staff.ts';

export const fr = { ...journey, ...problems, ...staff, ...help };
