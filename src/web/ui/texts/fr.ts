import { caseTexts } from './fr/case.ts';
import { caseSteps } from './fr/case-steps.ts';
import { counter } from './fr/counter.ts';
import { counterErrors } from './fr/counter-errors.ts';
import { desk } from './fr/desk.ts';
import { deskTemplates } from './fr/desk-templates.ts';
import { help } from './fr/help.ts';
import { joinTexts } from './fr/joins.ts';
import { journey } from './fr/journey.ts';
import { matchingLog } from './fr/matching-log.ts';
import { officePlace } from './fr/office-place.ts';
import { problems } from './fr/problems.ts';
import { report } from './fr/report.ts';
import { request } from './fr/request.ts';
import { requestAnswer } from './fr/request-answer.ts';
import { requestStatus } from './fr/request-status.ts';
import { secondHand } from './fr/second-hand.ts';
import { staff } from './fr/staff.ts';

export const fr = {
  ...journey,
  ...problems,
  ...staff,
  ...secondHand,
  ...counter,
  ...counterErrors,
  ...officePlace,
  ...matchingLog,
  ...joinTexts,
  ...report,
  ...request,
  ...requestStatus,
  ...requestAnswer,
  ...desk,
  ...deskTemplates,
  ...caseTexts,
  ...caseSteps,
  ...help,
};
