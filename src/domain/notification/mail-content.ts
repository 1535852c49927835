import type { Redacted } from '../../base/redacted.ts';
import type { CalendarDate } from '../../base/time.ts';
import type { NationalNumber } from '../person/index.ts';
import type { RightInMail } from './write-rights.ts';

/** Who is addressed, and what to give when they contact us. */
type To = { readonly name: string; readonly reference: string };
/** Where a page of ours is that needs no more than its address. */
type Led = To & { readonly link: string };
/** Of rights at an organisation. */
type OfRights = Led & { readonly organisation: string; readonly rights: readonly RightInMail[] };
/** Where the request can be seen: once, until the end of a day. */
type About = Led & { readonly until: CalendarDate };

/** Of a request for access: at which organisation, and what for (`writeWished`). */
type Access = Led & { readonly organisation: string; readonly access: string };

/**
 * What a mail tells, by template. `message`, `reason` and `missing` are texts that a human wrote, in paragraphs; days are written in
 * the language of the mail; `number` stands in a mail only where the installation chose that, else the mail leads to it.
 */
export type MailContent =
  | {
      readonly template: 'request-received';
      readonly values: About & { readonly expectedDays: number };
    }
  | {
      readonly template: 'email-code' | 'login-code';
      readonly values: {
        readonly reference: string;
        readonly code: Redacted<string>;
        readonly validMinutes: number;
      };
    }
  | {
      readonly template: 'question-asked';
      readonly values: About & { readonly message: string; readonly dueDate: CalendarDate };
    }
  | {
      readonly template: 'answer-reminder';
      readonly values: About & { readonly dueDate: CalendarDate; readonly missing: string };
    }
  | { readonly template: 'answer-received'; readonly values: About & { readonly expectedDays: number } }
  | { readonly template: 'number-assigned'; readonly values: About & { readonly number: NationalNumber } }
  | { readonly template: 'number-linked'; readonly values: About & { readonly number: NationalNumber } }
  | {
      readonly template: 'request-refused';
      readonly values: About & { readonly reason: string; readonly replyUntil: CalendarDate };
    }
  | { readonly template: 'request-expired'; readonly values: About & { readonly replyUntil: CalendarDate } }
  | { readonly template: 'draft-expired'; readonly values: About }
  | { readonly template: 'request-withdrawn'; readonly values: About & { readonly replyUntil: CalendarDate } }
  | { readonly template: 'request-handed-over'; readonly values: About & { readonly office: string } }
  | { readonly template: 'link-removed'; readonly values: About & { readonly reason: string } }
  | { readonly template: 'eid-linked'; readonly values: Led }
  | {
      readonly template: 'request-reopened';
      readonly values: About & { readonly reason: string; readonly expectedDays: number };
    }
  | { readonly template: 'address-changed'; readonly values: Led }
  | { readonly template: 'access-link'; readonly values: About }
  | { readonly template: 'message-from-agent'; readonly values: About & { readonly message: string } }
  | {
      readonly template:
        | 'number-replaced'
        | 'persons-joined'
        | 'persons-parted'
        | 'key-added'
        | 'key-removed'
        | 'recovery-code-used'
        | 'passkey-copied'
        | 'reset-over';
      readonly values: Led;
    }
  | {
      readonly template: 'new-login';
      /** `at`: the moment, in ISO 8601. */
      readonly values: Led & { readonly at: string; readonly device: string };
    }
  | {
      readonly template: 'rights-given' | 'rights-changed' | 'rights-ended';
      readonly values: OfRights & { readonly by: string };
    }
  | { readonly template: 'rights-ending' | 'rights-to-extend'; readonly values: OfRights }
  | {
      readonly template: 'reset-begun';
      /** `at`: the moment, in ISO 8601. */
      readonly values: Led & { readonly at: string };
    }
  | { readonly template: 'reset-link'; readonly values: Led & { readonly until: CalendarDate } }
  | {
      readonly template: 'no-account';
      readonly values: { readonly reference: string; readonly link: string };
    }
  | {
      readonly template: 'person-left' | 'rights-wait' | 'representative-left';
      readonly values: To & { readonly organisation: string };
    }
  | { readonly template: 'access-asked'; readonly values: Access & { readonly expectedDays: number } }
  | {
      readonly template: 'access-question' | 'access-granted';
      readonly values: Access & { readonly message: string };
    }
  | { readonly template: 'access-refused'; readonly values: Access & { readonly reason: string } }
  /** To whoever decides, `name` is the asker. */
  | {
      readonly template: 'access-ended' | 'access-waits' | 'access-waits-long' | 'access-to-platform';
      readonly values: Access;
    }
  | {
      readonly template:
        | 'work-begun'
        | 'administrator-appointed'
        | 'administrator-ended'
        | 'administrators-changed';
      readonly values: Led & { readonly organisation: string; readonly by: string };
    }
  | {
      readonly template: 'work-ended';
      readonly values: Led & {
        readonly organisation: string;
        readonly by: string;
        readonly lastDay: CalendarDate;
      };
    }
  | {
      readonly template: 'work-invited';
      readonly values: Led & {
        readonly organisation: string;
        readonly by: string;
        readonly dueDate: CalendarDate;
      };
    }
  | {
      readonly template: 'work-invitation-accepted' | 'work-invitation-refused';
      readonly values: Led & { readonly organisation: string; readonly person: string };
    }
  | {
      readonly template: 'organisation-taken-over';
      readonly values: { readonly reference: string; readonly former: string; readonly organisation: string };
    }
  | {
      readonly template: 'organisation-orphaned';
      readonly values: { readonly reference: string; readonly organisation: string };
    }
  | {
      readonly template: 'staff-invited';
      readonly values: Led & { readonly organisation: string; readonly dueDate: CalendarDate };
    };
