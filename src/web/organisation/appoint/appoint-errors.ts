import type { ErrorTable } from '../../ui/form/error-words.ts';

export const appointErrors: ErrorTable = {
  texts: {
    'kind empty': 'appoint.error.kind',
    'kind not-yours': 'appoint.error.kind.notYours',
    'units none': 'appoint.error.units',
    'units beyond': 'appoint.error.units.beyond',
    'applications none': 'appoint.error.applications',
    'applications beyond': 'appoint.error.applications.beyond',
    'no-date': 'appoint.error.date',
    'from past': 'appoint.error.from.past',
    'until missing': 'appoint.error.until.missing',
    'until past': 'appoint.error.until.past',
    'until beyond': 'appoint.error.until.beyond',
    'until too-long': 'appoint.error.until.tooLong',
    'colleague already': 'appoint.error.already',
    'colleague oneself': 'appoint.error.oneself',
    'colleague too-deep': 'appoint.error.tooDeep',
    'reason empty': 'organisation.reason.empty',
    'reason too-long': 'organisation.reason.tooLong',
  },
  otherwise: 'appoint.error.colleague',
  dates: ['from', 'until'],
  controls: { colleague: 'colleague', units: 'units', applications: 'applications' },
  order: ['colleague', 'kind', 'units', 'applications', 'from', 'until', 'reason'],
};
