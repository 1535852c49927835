import type {
  Applicant,
  IdentityDocument,
  PartialDate,
  QuestionPage,
  RequestAnswers,
  RequestView,
} from '../../domain/casework/index.ts';
import type { Name } from '../../domain/person/index.ts';
import type { Frame } from '../ui/frame.ts';
import { type Fragment, type Html, html } from '../ui/html.ts';
import { countryOfTheWorld, facts } from '../ui/parts.ts';

type Row = readonly [Fragment, Fragment];
/** Something typed by a person: in any script and direction, never to be translated. */
export function typedText(text: string): Html {
  return html`<bdi translate="no" class="value">${text}</bdi>`;
}

/** What the eID told about somebody: the part that belongs to a page, or all of it. */
export function applicantFacts(frame: Frame, applicant: Applicant, part: 'names' | 'birth' | 'all'): Html {
  const { words } = frame;
  const { givenNames, familyName, birthName, birthDate, country, identity } = applicant;
  const names: Row[] = [
    [words.say('number.givenNames'), nameInScripts(givenNames)],
    [words.say('number.familyName'), nameInScripts(familyName)],
  ];
  if (birthName) names.push([words.say('number.birthName'), nameInScripts(birthName)]);
  const birth: Row[] = [[words.say('number.birthDate'), dateInWords(frame, birthDate)]];
  if (identity?.birthPlace) birth.push([words.say('number.birthPlace'), typedText(identity.birthPlace)]);
  const rest: Row[] = [];
  if (identity?.sex) rest.push([words.say('number.sex'), words.say(`number.sex.${identity.sex}`)]);
  rest.push([words.say('number.country'), countryOfTheWorld(frame, country)]);
  if (part === 'names') return facts(names);
  return facts(part === 'birth' ? birth : [...names, ...birth, ...rest]);
}

function nameInScripts({ latin, original }: Name): Html {
  return html`${typedText(latin)}${original && html`<br><bdi class="original" translate="no">${original}</bdi>`}`;
}

/** A date of which parts may be unknown. */
function dateInWords({ words }: Frame, { year, month, day }: PartialDate): Fragment {
  if (year === null) return words.say('request.check.notGiven');
  const two = (part: number): string => String(part).padStart(2, '0');
  const date = `${String(year).padStart(4, '0')}-${two(month ?? 1)}-${two(day ?? 1)}`;
  return month === null || day === null
    ? String(year)
    : html`<time datetime="${date}">${words.date(date)}</time>`;
}

/** What the person told, by the page that asked for it: rows for a summary. */
export function answerRows(
  frame: Frame,
  { answers, applicant, pages }: RequestView,
): ReadonlyMap<QuestionPage, readonly Row[]> {
  const { words } = frame;
  const none = words.say('request.check.none');
  const notGiven = words.say('request.check.notGiven');
  const country = (code: string | null): Fragment =>
    code === null ? notGiven : countryOfTheWorld(frame, code);
  const text = (value: string | null): Fragment => (value ? typedText(value) : notGiven);
  const { address, document } = answers;
  const rows: Readonly<Record<QuestionPage, readonly Row[]>> = {
    names: [
      [
        words.say('request.names.previous'),
        answers.previousNames?.length ? lines(answers.previousNames) : none,
      ],
      ...(answers.remark ? [[words.say('request.names.remark'), typedText(answers.remark)] as const] : []),
    ],
    birth: [
      ...(applicant.identity?.birthPlace
        ? []
        : [[words.say('request.birth.place'), text(answers.birthPlace)] as const]),
      [words.say('request.birth.country'), country(answers.birthCountry)],
    ],
    sex: [[words.say('request.sex.choice'), answers.sex ? words.say(`number.sex.${answers.sex}`) : notGiven]],
    nationality: [
      [
        words.say('request.nationality.first'),
        words.list(
          (answers.nationalities ?? []).map((code) => frame.countries.nationality(code, words.language)),
        ),
      ],
    ],
    address: [[words.say('request.check.address'), address ? addressLines(frame, address) : notGiven]],
    document: [
      [
        words.say('request.document.documentType'),
        document ? words.say(`request.document.${document.type}`) : notGiven,
      ],
      [words.say('request.document.documentNumber'), text(document?.number ?? null)],
      [words.say('request.document.documentCountry'), country(document?.issuedBy ?? null)],
      [words.say('request.document.documentExpires'), document ? endOf(frame, document) : notGiven],
    ],
    contact: contactRows(frame, answers),
  };
  return new Map(pages.map((page) => [page, rows[page]]));
}

/** Until when a document is valid, or that it does not say so. */
export function endOf({ words }: Frame, { expiresOn }: IdentityDocument): string {
  return expiresOn === null ? words.say('request.document.noEnd') : words.date(expiresOn);
}

/** How somebody is reached. */
export function contactRows({ words }: Frame, answers: RequestAnswers): readonly Row[] {
  const notGiven = words.say('request.check.notGiven');
  return [
    [words.say('request.contact.email'), answers.email ? typedText(answers.email) : notGiven],
    [words.say('request.contact.telephone'), answers.telephone ?? notGiven],
    [
      words.say('request.contact.language'),
      html`<span lang="${answers.language}">${words.nameOfLanguage(answers.language)}</span>`,
    ],
  ];
}

function addressLines(frame: Frame, address: NonNullable<RequestAnswers['address']>): Html {
  const town = [address.postcode, address.municipality].filter(Boolean).join(' ');
  return html`${lines([address.lines, town])}<br>${countryOfTheWorld(frame, address.country)}`;
}

function lines(texts: readonly string[]): Html {
  return html`${texts.map((text, index) => html`${index > 0 && html`<br>`}${typedText(text)}`)}`;
}
