import type { ErrorTable } from '../../ui/form/error-words.ts';

type AnyCodeError = { readonly field: string; readonly code: string; readonly triesLeft?: number };

/** What is kept of a form that was not taken, or of a code that was asked for: `until`, when it can be asked or tried again. */
export type CodeTold = {
  readonly errors: readonly AnyCodeError[];
  readonly notice?: CodeNotice;
};
export type CodeNotice = {
  readonly kind: 'sent' | 'too-soon' | 'too-many' | 'wait';
  readonly until: string | null;
};

/** What can be wrong with an address or a code. */
export const mailedCodeErrors: ErrorTable<AnyCodeError> = {
  texts: {
    'address empty': 'codes.error.address.empty',
    'address not-an-email': 'codes.error.address.wrong',
    'mail-code empty': 'codes.error.mail.empty',
    'mail-code digits': 'codes.error.mail.digits',
    'mail-code not-right': (words, { triesLeft = 0 }) =>
      words.say('codes.error.mail.wrong', { tries: triesLeft }),
    'mail-code no-more': 'codes.error.mail.noMore',
    'app-code empty': 'codes.error.app.empty',
    'app-code form': 'codes.error.app.form',
    'app-code not-right': 'codes.error.app.wrong',
    'app-code used': 'codes.error.app.used',
  },
  otherwise: 'codes.error.mail.noMore',
  order: ['address', 'mail-code', 'app-code'],
};
