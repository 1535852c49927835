import type { AssuranceLevel } from '../../domain/assurance/index.ts';
import type { LoginMeansCode } from '../../domain/login-means/index.ts';
import { parseNationalNumber } from '../../domain/person/index.ts';
import type { CertificateAnswerStore, ReceivedCertificate } from '../../login/index.ts';
import type { StoreContext } from '../ground/context.ts';
import { decodeJson, encodeJson } from '../ground/json.ts';
import { hashId } from '../ground/sealing.ts';
import type { Statement } from '../ground/statement.ts';

const PLACE = 'certificate_answers.content';

/** As it is sealed: the number in digits. */
type Content = Omit<ReceivedCertificate, 'answer'> & {
  readonly answer:
    | {
        readonly kind: 'proven';
        readonly means: LoginMeansCode;
        readonly assurance: AssuranceLevel;
        readonly digits: string;
        readonly givenNames: string;
        readonly familyName: string;
      }
    | { readonly kind: 'refused'; readonly code: string };
};

const keep: Statement = {
  name: 'certificate_answers.keep',
  text: 'insert into certificate_answers (handle_hash, content, expires_at) values ($1, $2, $3)',
};
const find: Statement = {
  name: 'certificate_answers.find',
  readsOnly: true,
  text: 'select content from certificate_answers where handle_hash = $1 and expires_at > $2',
};

/** What came of certificates, between the port that took them and the GET that fetches it. */
export function certificateAnswersIn({
  queries,
  protection,
  ensurePartition,
}: StoreContext): CertificateAnswerStore {
  return {
    async keep(handle, received, expiresAt) {
      await ensurePartition('certificate_answers', expiresAt);
      const key = hashId('certificate-answer', handle);
      const sealed = protection.seal(PLACE, key, encodeJson(contentOf(received)));
      await queries.changeUnheard(keep, [key, sealed, expiresAt]);
    },
    async find(handle, at) {
      const key = hashId('certificate-answer', handle);
      const row = await queries.first<{ content: Buffer }>(find, [key, at]);
      return row && receivedFrom(decodeJson<Content>(protection.open(PLACE, key, row.content)));
    },
  };
}

function contentOf({ answer, ...received }: ReceivedCertificate): Content {
  if (answer.kind === 'refused') return { ...received, answer };
  const { number, ...told } = answer;
  return { ...received, answer: { ...told, digits: number.digits.reveal() } };
}

function receivedFrom({ answer, ...received }: Content): ReceivedCertificate {
  if (answer.kind === 'refused') return { ...received, answer };
  const { digits, ...told } = answer;
  const parsed = parseNationalNumber(digits, received.receivedAt);
  if (parsed.kind === 'refused') throw new Error('a number that was kept is none');
  return { ...received, answer: { ...told, number: parsed.number } };
}
