export { type ForwardedForm, openForwarded } from './forwarded/read-forwarded.ts';
export { namesAlone } from './names-alone.ts';
export {
  type CertificateReception,
  type CertificateVisit,
  openCertificateReception,
  type Shown,
} from './reception/reception.ts';
export { MAX_ANSWER_BYTES } from './revocation/ocsp-answer.ts';
export { openRevocation } from './revocation/open-revocation.ts';
export { MAX_LIST_BYTES } from './revocation/read-list.ts';
