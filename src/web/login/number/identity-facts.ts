import type { PresentedIdentity } from '../../../domain/identity-matching/index.ts';
import type { Name } from '../../../domain/person/index.ts';
import type { Frame } from '../../ui/frame.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { facts } from '../../ui/parts.ts';

/** Languages of the scripts that member states deliver besides the Latin one, for the voice of a screen reader. */
const scripts: Readonly<Record<string, string>> = { EL: 'el', CY: 'el', BG: 'bg' };

/** What the eID delivered, in its own words and script. */
export function identityFacts({ words, countries }: Frame, identity: PresentedIdentity): Html {
  const language = scripts[identity.country];
  const named = ({ latin, original }: Name): Html =>
    html`<span translate="no">${latin}</span>${original && html`<br><span translate="no" class="original"${language && html` lang="${language}"`}>${original}</span>`}`;
  const rows: (readonly [Fragment, Fragment])[] = [
    [words.say('number.givenNames'), named(identity.givenNames)],
    [words.say('number.familyName'), named(identity.familyName)],
  ];
  if (identity.birthName) rows.push([words.say('number.birthName'), named(identity.birthName)]);
  rows.push([
    words.say('number.birthDate'),
    html`<time datetime="${identity.birthDate}">${words.date(identity.birthDate)}</time>`,
  ]);
  if (identity.birthPlace)
    rows.push([words.say('number.birthPlace'), html`<span translate="no">${identity.birthPlace}</span>`]);
  if (identity.sex) rows.push([words.say('number.sex'), words.say(`number.sex.${identity.sex}`)]);
  rows.push([words.say('number.level'), words.say(`level.${identity.assurance}`)]);
  rows.push([words.say('number.country'), countries.nameOf(identity.country, words.language)]);
  return facts(rows);
}
