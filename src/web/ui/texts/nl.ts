import { caseTexts } from './nl/case.ts';
import { caseSteps } from './nl/case-steps.ts';
import { counter } from './nl/counter.ts';
import { counterErrors } from './nl/counter-errors.ts';
import { desk } from './nl/desk.ts';
import { deskTemplates } from './nl/desk-templates.ts';
import { help } from './nl/help.ts';
import { joinTexts } from './nl/joins.ts';
import { journey } from './nl/journey.ts';
import { matchingLog } from './nl/matching-log.ts';
import { officePlace } from './nl/office-place.ts';
import { problems } from './nl/problems.ts';
import { report } from './nl/report.ts';
import { request } from './nl/request.ts';
import { requestAnswer } from './nl/request-answer.ts';
import { requestStatus } from './nl/request-status.ts';
import { secondHand } from './nl/second-hand.ts';
import { staff } from './nl/staff.ts';

export const nl = {
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
