import type { RequestView } from '../../domain/casework/index.ts';

/** The answers that were given before, as they stand in the fields of a page. */
export function givenAnswers({ answers }: RequestView): Readonly<Record<string, string>> {
  const { address, document } = answers;
  const [year = '', month = '', day = ''] = document?.expiresOn?.split('-') ?? [];
  return {
    ...numbered('previousName', answers.previousNames),
    ...numbered('nationality', answers.nationalities),
    remark: answers.remark ?? '',
    birthPlace: answers.birthPlace ?? '',
    birthCountry: answers.birthCountry ?? '',
    sex: answers.sex ?? '',
    addressLines: address?.lines ?? '',
    postcode: address?.postcode ?? '',
    municipality: address?.municipality ?? '',
    addressCountry: address?.country ?? '',
    documentType: document?.type ?? '',
    documentNumber: document?.number ?? '',
    documentCountry: document?.issuedBy ?? '',
    'documentExpires-day': day.replace(/^0/, ''),
    'documentExpires-month': month.replace(/^0/, ''),
    'documentExpires-year': year,
    documentNoEnd: document?.expiresOn === null ? 'yes' : '',
    email: answers.email ?? '',
    telephone: answers.telephone ?? '',
    language: answers.language,
  };
}

function numbered(name: string, values: readonly string[] | null): Readonly<Record<string, string>> {
  return Object.fromEntries((values ?? []).map((value, index) => [`${name}-${index + 1}`, value]));
}
