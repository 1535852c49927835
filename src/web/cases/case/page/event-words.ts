import { nearestLanguage } from '../../../../base/language.ts';
import { parseCalendarDate } from '../../../../base/time.ts';
import type { CaseEvent, CaseView } from '../../../../domain/casework/index.ts';
import { caseEnds, refusalReasons } from '../../../../domain/casework/index.ts';
import { askKeys, defaultTemplate } from '../../../../domain/notification/index.ts';
import { parsePersonId } from '../../../../domain/person/index.ts';
import type { Words } from '../../../ui/words.ts';
import { agentName } from './people-words.ts';

type Known = Pick<CaseView, 'names' | 'documents'>;

const endings = ['no-answer', 'never-sent', 'matched'] as const;

/** What happened, in words, with what is worth knowing of its details. */
export function eventWords(words: Words, event: CaseEvent, known: Known): string {
  const what = words.say(`case.event.${event.kind}`);
  const details = detailsOf(words, event, known);
  return details === null ? what : words.say('case.event.with', { what, details });
}

function detailsOf(words: Words, { kind, details }: CaseEvent, { names, documents }: Known): string | null {
  const text = (name: string) => String(details[name] ?? '');
  switch (kind) {
    case 'assigned':
    case 'taken-over': {
      const way = kind === 'assigned' ? 'to' : 'from';
      const agent = parsePersonId(text(way));
      return agent && words.say(`case.event.${way}`, { name: agentName(words, names, agent) });
    }
    case 'candidates-viewed':
    case 'register-searched':
      return typeof details.found === 'number'
        ? words.say('case.event.found', { count: details.found })
        : null;
    case 'document-viewed':
    case 'document-added':
    case 'document-rejected':
    case 'document-removed': {
      const document = documents.find(({ id }) => id === details.document);
      if (!document) return null;
      const name = words.say(`case.doc.${document.kind}`);
      return kind === 'document-viewed'
        ? words.say('case.event.page', { document: name, page: text('page') })
        : name;
    }
    case 'asked': {
      const template = askKeys.find((key) => key === details.template);
      const due = parseCalendarDate(text('due'));
      const about = template && defaultTemplate(template, nearestLanguage(words.language)).subject;
      return (
        [about, due && words.say('case.event.due', { date: words.date(due) })].filter(Boolean).join(', ') ||
        null
      );
    }
    case 'refused': {
      const reason = refusalReasons.find((each) => each === details.reason);
      return reason ? words.say(`case.refusal.${reason}`) : null;
    }
    case 'linked':
      if (typeof details.told !== 'number') return null;
      return words.say(details.told === 0 ? 'case.event.told.none' : 'case.event.told', {
        count: details.told,
      });
    case 'proposed':
      return details.proposal === 'link' || details.proposal === 'new-number'
        ? words.say(`case.outcome.${details.proposal === 'link' ? 'linked' : 'new-number'}`)
        : null;
    case 'answered':
      return typeof details.missing === 'number' && details.missing > 0
        ? words.say('case.event.missing', { count: details.missing })
        : null;
    case 'reopened': {
      const end = caseEnds.find((each) => each === details.after);
      return end ? words.say(`desk.repliedAfter.${end}`) : null;
    }
    case 'expired':
    case 'withdrawn': {
      const why = endings.find((each) => each === details.because);
      return why ? words.say(`case.event.because.${why}`) : null;
    }
    default:
      return null;
  }
}
