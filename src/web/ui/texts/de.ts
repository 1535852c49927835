import { caseTexts } from './en/case.ts';
import { caseSteps } from './en/case-steps.ts';
import { desk } from './de/desk.ts';
import { deskTemplates } from './de/desk-templates.ts';
import { help } from './de/help.ts';
import { journey } from './de/journey.ts';
import { problems } from './de/problems.ts';
import { staff } from './de/staff.ts';
import { request } from './en/request.ts';
import { requestStatus } from './en/request-status.ts';

export const de = { ...journey, ...problems, ...staff, ...request, ...requestStatus, ...desk, ...deskTemplates, ...caseTexts, ...caseSteps, ...help };
