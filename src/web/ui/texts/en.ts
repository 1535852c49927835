import { caseTexts } from './en/case.ts';
import { caseSteps } from './en/case-steps.ts';
import { counter } from './en/counter.ts';
import { counterErrors } from './en/counter-errors.ts';
import { desk } from './en/desk.ts';
import { deskTemplates } from './en/desk-templates.ts';
import { help } from './en/help.ts';
import { joinTexts } from './en/joins.ts';
import { journey } from './en/journey.ts';
import { matchingLog } from './en/matching-log.ts';
import { officePlace } from './en/office-place.ts';
import { problems } from './en/problems.ts';
import { report } from './en/report.ts';
import { request } from './en/request.ts';
import { requestAnswer } from './en/request-answer.ts';
import { requestStatus } from './en/request-status.ts';
import { secondHand } from './en/second-hand.ts';
import { staff } from './en/staff.ts';

/** English: the source of all keys. */
export const en = {
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
} as const;
