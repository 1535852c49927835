import { type AssuranceLevel, isAtLeast } from '../assurance/index.ts';
import { type LoginMeans, type LoginMeansCode, loginMeansCodes } from './model.ts';

/** Every means with its levels, strongest first (ACM "authenticatiemiddelen", CSAM levels of the federal login). */
export const loginMeans: Readonly<Record<LoginMeansCode, LoginMeans>> = {
  eid: { code: 'eid', assurance: 'high', acmLevel: 35, csamLevel: 500 },
  eidashigh: { code: 'eidashigh', assurance: 'high', acmLevel: 35, csamLevel: 500 },
  itsme: { code: 'itsme', assurance: 'high', acmLevel: 27, csamLevel: 450 },
  csamtotp: { code: 'csamtotp', assurance: 'substantial', acmLevel: 26, csamLevel: 400 },
  csamsms: { code: 'csamsms', assurance: 'substantial', acmLevel: 25, csamLevel: 400 },
  eidassubstantial: { code: 'eidassubstantial', assurance: 'substantial', acmLevel: 25, csamLevel: 400 },
};

/** Reads the code of a login means; `null` when there is no such means. */
export function parseLoginMeans(text: string): LoginMeansCode | null {
  return loginMeansCodes.find((code) => code === text) ?? null;
}

/** Whether a means reaches this assurance level. */
export function reaches(means: LoginMeansCode, assurance: AssuranceLevel): boolean {
  return isAtLeast(loginMeans[means].assurance, assurance);
}
