import { request } from './en/request.ts';
import { requestStatus } from './en/request-status.ts';
import { caseTexts } from './en/case.ts';
import { caseSteps } from './en/case-steps.ts';
import { desk } from './fr/desk.ts';
import { deskTemplates } from './fr/desk-templates.ts';
import { help } from './fr/help.ts';
import { journey } from './fr/journey.ts';
import { problems } from './fr/problems.ts';
import { staff } from './fr/staff.ts';

export const fr = { ...journey, ...problems, ...staff, ...request, ...requestStatus, ...desk, ...deskTemplates, ...caseTexts, ...caseSteps, ...help };
