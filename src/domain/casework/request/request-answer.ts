/**
 * What was typed on one page; text from a form, not yet believed. Fields by page: names previousName-1..3, remark; birth
 * birthPlace (left out when the eID told it), birthCountry; sex sex; nationality nationality-1..3; address addressLines, postcode,
 * municipality, addressCountry; document documentType, documentNumber, documentCountry, documentExpires-day/-month/-year or
 * documentNoEnd; contact
 * email, telephone, language. Errors name the field, a date by its name without part. Submitting: agree. A reply: text.
 * Asking for a link: reference, email. Countries are two letters; a nationality may be its name or another code.
 */
export type TypedFields = Readonly<Record<string, string>>;

/** What was wrong with what was typed, per field of the form; the page says it in words. */
export type AnswerError = { readonly field: string; readonly code: AnswerErrorCode };
export type AnswerErrorCode =
  | 'empty'
  | 'choose'
  | 'too-long'
  | 'too-many'
  | 'letters'
  | 'not-a-date'
  | 'in-the-past'
  | 'expired'
  /** A date, and that there is none. */
  | 'both'
  | 'not-a-country'
  | 'not-an-email'
  | 'not-a-telephone'
  | 'not-a-document-number'
  | 'digits'
  | 'agree'
  | 'too-short'
  | 'not-right'
  | 'needs-eid';

/** How somebody proved that the request is theirs: the number itself is shown to the eID alone. */
export type Proof = 'eid' | 'link';

export type KeptAnswer =
  | { readonly kind: 'kept'; readonly version: number }
  | { readonly kind: 'wrong'; readonly errors: readonly AnswerError[] }
  /** Changed in another window meanwhile: nothing of this was kept. */
  | { readonly kind: 'changed' }
  /** The request is not in a state in which this can be done (sent, decided, withdrawn). */
  | { readonly kind: 'not-now' };
