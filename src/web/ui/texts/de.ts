import { caseTexts } from './de/case.ts';
import { caseSteps } from './de/case-steps.ts';
import { counter } from './de/counter.ts';
import { counterErrors } from './de/counter-errors.ts';
import { desk } from './de/desk.ts';
import { deskTemplates } from './de/desk-templates.ts';
import { help } from './de/help.ts';
import { joinTexts } from './de/joins.ts';
import { journey } from './de/journey.ts';
import { matchingLog } from './de/matching-log.ts';
import { officePlace } from './de/office-place.ts';
import { problems } from './de/problems.ts';
import { report } from './de/report.ts';
import { request } from './de/request.ts';
import { requestAnswer } from './de/request-answer.ts';
import { requestStatus } from './de/request-status.ts';
import { secondHand } from './de/second-hand.ts';
import { staff } from './de/staff.ts';

export const de = {
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
