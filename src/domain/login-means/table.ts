import { type AssuranceLevel, isAtLeast } from '../assurance/index.ts';
import { type LoginMeans, type LoginMeansCode, loginMeansCodes } from './model.ts';

/** The names of ACM's own means, and of ours: ours are never told as one of ACM's. */
export const acrNamespaces = { acm: 'urn:be:vlaanderen:authmech:', own: 'urn:sluis:authmech:' } as const;

type Worth = Omit<LoginMeans, 'code' | 'acr'>;

function acm(code: LoginMeansCode, worth: Worth): LoginMeans {
  return { code, ...worth, acr: acrNamespaces.acm + code };
}

function own(code: LoginMeansCode, worth: Worth): LoginMeans {
  return { code, ...worth, acr: acrNamespaces.own + code };
}

const card = { assurance: 'high', acmLevel: 35, csamLevel: 500, amr: ['hwk', 'pin'] } as const;
const code = { assurance: 'substantial', csamLevel: 400, proves: 'number' } as const;
const account = { acmLevel: null, csamLevel: null, proves: 'account' } as const;

/** Every means with its levels (ACM "authenticatiemiddelen", CSAM levels of the federal login). */
export const loginMeans: Readonly<Record<LoginMeansCode, LoginMeans>> = {
  eid: acm('eid', { ...card, proves: 'number' }),
  itsme: acm('itsme', { assurance: 'high', acmLevel: 27, csamLevel: 450, amr: ['mfa'], proves: 'number' }),
  mygov: own('mygov', { assurance: 'high', acmLevel: null, csamLevel: 450, amr: ['mfa'], proves: 'number' }),
  eidashigh: acm('eidashigh', { ...card, amr: ['mfa'], proves: 'identity' }),
  eidassubstantial: acm('eidassubstantial', { ...code, acmLevel: 25, amr: ['mfa'], proves: 'identity' }),
  csamtotp: acm('csamtotp', { ...code, acmLevel: 26, amr: ['pwd', 'otp'] }),
  csamsms: acm('csamsms', { ...code, acmLevel: 25, amr: ['pwd', 'sms'] }),
  tlsclient: acm('tlsclient', {
    assurance: 'substantial',
    acmLevel: 19,
    csamLevel: null,
    amr: ['swk'],
    proves: 'number',
  }),
  organisation: own('organisation', { ...account, assurance: 'substantial', amr: ['fed'] }),
  passkey: own('passkey', { ...account, assurance: 'substantial', amr: ['pop', 'user'] }),
  staffkey: own('staffkey', { ...account, assurance: 'substantial', amr: ['pop', 'user'] }),
  appcode: own('appcode', { ...account, assurance: 'substantial', amr: ['otp', 'mfa'] }),
  emailcode: own('emailcode', { ...account, assurance: 'low', amr: ['otp'] }),
};

/** Reads the code of a login means; `null` when there is no such means. */
export function parseLoginMeans(text: string): LoginMeansCode | null {
  return loginMeansCodes.find((code) => code === text) ?? null;
}

/** Whether a means reaches this assurance level. */
export function reaches(means: LoginMeansCode, assurance: AssuranceLevel): boolean {
  return isAtLeast(loginMeans[means].assurance, assurance);
}

/** The means that an application may list: a key that an invitation of staff bound counts for the pages of staff alone. */
export const meansOfApplications = loginMeansCodes.filter((means) => means !== 'staffkey');

/** Those of an application that lists none: what ACM and the federal login both know, and so what its owner knows by their documentation. */
export const meansByDefault = loginMeansCodes.filter((means) => {
  const { acmLevel, csamLevel } = loginMeans[means];
  return acmLevel !== null && csamLevel !== null;
});
