import { help } from './nl/help.ts';
import { journey } from './nl/journey.ts';
import { problems } from './nl/problems.ts';

export const nl = { ...journey, ...problems, ...help };
