import { countryCodes } from './countries.ts';
import { foldText } from './fold-text.ts';
import { type Language, languages, nearestLanguage, type SpokenLanguage } from './language.ts';

/**
 * ISO 3166-1 has territories that nobody is a national of: their people are nationals of the state that they belong to, and some have no
 * people. Kosovo, Taiwan, Palestine, the Holy See and Western Sahara stay, since documents name them; so do Hong Kong and Macao, whose people
 * have passports of their own.
 */
const NO_NATIONALS = new Set(
  'AI AQ AS AW AX BL BM BQ CC CX CW FK FO GF GG GI GL GP GS GU HM IM IO JE KY MF MP MQ MS NC NF PF PM PN PR RE SH SJ SX TC TF TK UM VG VI WF YT'.split(
    ' ',
  ),
);

/** Nobody's national, and nationality that is not known, not clear or not written: user-assigned codes of ISO 3166-1, as the European identity wallet has them. */
export const STATELESS = 'QS';
export const UNKNOWN_NATIONALITY = 'QU';

const special: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  nl: { QS: 'Staatloos', QU: 'Onbekend, onduidelijk of niet vermeld' },
  fr: { QS: 'Apatride', QU: 'Inconnue, pas claire ou non mentionnée' },
  de: { QS: 'Staatenlos', QU: 'Unbekannt, ungeklärt oder nicht angegeben' },
  en: { QS: 'Stateless', QU: 'Unknown, unclear or not stated' },
};

/** Every nationality that somebody may have, by its code; the two special ones stand behind the countries. */
export const nationalityCodes: readonly string[] = [
  ...countryCodes.filter((code) => !NO_NATIONALS.has(code)),
  STATELESS,
  UNKNOWN_NATIONALITY,
];

/**
 * Words and codes that mean a nationality besides its name: the codes of ICAO 9303 part 3, section 5, which are those of ISO 3166-1 alpha-3 but for
 * Germany, for British nationals who are no citizens, and for people without nationality; and other names that are in use.
 */
const others: Readonly<Record<string, string>> = {
  GB: 'gbd gbn gbo gbp gbs uk england scotland wales engeland schotland angleterre ecosse grossbritannien groot-brittannie grande-bretagne great-britain brits british britannique britisch',
  QS: 'xxa stateless apatride staatenlos staatloos vaderlandsloos',
  QU: 'xxb xxc xxx xx unknown unclear onbekend onduidelijk inconnu inconnue unbekannt ungeklart refugee refugie fluchtling vluchteling undetermined indeterminee onbepaald',
  DE: 'd german deutsch deutsche deutscher duits duitse allemand allemande',
  BE: 'belgian belg belgisch belgische belge belgier belgierin',
  NL: 'holland dutch nederlands nederlandse neerlandais neerlandaise niederlandisch',
  FR: 'french frans franse francais francaise franzosisch',
  LU: 'luxembourgish luxemburgs luxembourgeois luxembourgeoise luxemburgisch',
  AT: 'austrian oostenrijks autrichien autrichienne osterreichisch',
  CZ: 'czech-republic tsjechische-republiek republique-tcheque tschechische-republik czech tsjechisch tcheque tschechisch',
  SK: 'slovak slowaaks slovaque slowakisch',
  SI: 'slovene slovenian sloveens slovene slowenisch',
  PL: 'polish pools poolse polonais polonaise polnisch',
  PT: 'portuguese portugees portugese portugais portugaise portugiesisch',
  ES: 'spanish spaans spaanse espagnol espagnole spanisch',
  IT: 'italian italiaans italiaanse italien italienne italienisch',
  GR: 'el greek grieks griekse grec grecque griechisch',
  CY: 'cypriot cypriotisch chypriote zyprisch',
  RO: 'romanian roemeens roemeense roumain roumaine rumanisch',
  BG: 'bulgarian bulgaars bulgaarse bulgare bulgarisch',
  HU: 'hungarian hongaars hongaarse hongrois hongroise ungarisch',
  HR: 'croatian croat kroatisch kroatische croate kroatisch',
  DK: 'danish deens deense danois danoise danisch',
  SE: 'swedish zweeds zweedse suedois suedoise schwedisch',
  FI: 'finnish fins finse finlandais finlandaise finnisch',
  EE: 'estonian estisch ests estlands estonien estonienne estnisch',
  LV: 'latvian lets letse letton lettone lettisch',
  LT: 'lithuanian litouws litouwse lituanien lituanienne litauisch',
  IE: 'irish iers ierse irlandais irlandaise irisch eire',
  MT: 'maltese maltees maltais maltaise maltesisch',
  NO: 'norwegian noors noorse norvegien norvegienne norwegisch',
  IS: 'icelandic ijslands islandais islandaise islandisch',
  CH: 'swiss zwitsers zwitserse suisse schweizerisch schweizer',
  TR: 'turkey turkish turks turkse turc turque turkisch turkiye',
  UA: 'ukrainian oekraiens oekraiense ukrainien ukrainienne ukrainisch',
  RU: 'russian russisch russische russe',
  MA: 'moroccan marokkaans marokkaanse marocain marocaine marokkanisch',
  US: 'usa united-states-of-america verenigde-staten-van-amerika etats-unis-d-amerique vereinigte-staaten-von-amerika american amerikaans amerikaanse americain americaine amerikanisch',
  CD: 'zaire dr-congo rdc congo-kinshasa',
  CI: 'ivory-coast ivoorkust cote-d-ivoire elfenbeinkuste',
  SZ: 'swaziland',
  MM: 'burma birma birmanie',
  MK: 'macedonia macedonie mazedonien',
  CV: 'cape-verde kaapverdie kap-verde',
  BY: 'belarus wit-rusland bielorussie weissrussland',
  XK: 'rks unk kosovo',
  KR: 'south-korea',
  KP: 'north-korea',
  VA: 'vatican vaticaanstad',
  TW: 'taiwan',
  PS: 'palestine',
  TL: 'east-timor oost-timor',
};

/** ISO 3166-1 alpha-3 of each country, in the order of `countryCodes`: what stands in the machine-readable zone of a passport. */
const threeLetters =
  'AND ARE AFG ATG AIA ALB ARM AGO ATA ARG ASM AUT AUS ABW ALA AZE BIH BRB BGD BEL BFA BGR BHR BDI BEN BLM BMU BRN BOL BES BRA BHS BTN BWA BLR BLZ CAN CCK COD CAF COG CHE CIV COK CHL CMR CHN COL CRI CUB CPV CUW CXR CYP CZE DEU DJI DNK DMA DOM DZA ECU EST EGY ESH ERI ESP ETH FIN FJI FLK FSM FRO FRA GAB GBR GRD GEO GUF GGY GHA GIB GRL GMB GIN GLP GNQ GRC SGS GTM GUM GNB GUY HKG HMD HND HRV HTI HUN IDN IRL ISR IMN IND IOT IRQ IRN ISL ITA JEY JAM JOR JPN KEN KGZ KHM KIR COM KNA PRK KOR KWT CYM KAZ LAO LBN LCA LIE LKA LBR LSO LTU LUX LVA LBY MAR MCO MDA MNE MAF MDG MHL MKD MLI MMR MNG MAC MNP MTQ MRT MSR MLT MUS MDV MWI MEX MYS MOZ NAM NCL NER NFK NGA NIC NLD NOR NPL NRU NIU NZL OMN PAN PER PYF PNG PHL PAK POL SPM PCN PRI PSE PRT PLW PRY QAT REU ROU SRB RUS RWA SAU SLB SYC SDN SWE SGP SHN SVN SJM SVK SLE SMR SEN SOM SUR SSD STP SLV SXM SYR SWZ TCA TCD ATF TGO THA TJK TKL TLS TKM TUN TON TUR TTO TUV TWN TZA UKR UGA UMI USA URY UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM XKX YEM MYT ZAF ZMB ZWE'.split(
    ' ',
  );

/** Nationalities with their names in one language, countries in its alphabetical order. */
export function nationalitiesIn(
  language: SpokenLanguage,
): readonly (readonly [code: string, name: string])[] {
  const { compare } = new Intl.Collator(language);
  const isSpecial = (code: string) => (Object.hasOwn(special[nearestLanguage(language)], code) ? 1 : 0);
  return namedIn(language).toSorted(
    ([one, a], [other, b]) => isSpecial(one) - isSpecial(other) || compare(a, b),
  );
}

/** By the order of their codes: of the country, or of having none. */
function namedIn(language: SpokenLanguage): readonly (readonly [code: string, name: string])[] {
  const names = new Intl.DisplayNames([language], { type: 'region' });
  return nationalityCodes.map((code) => [
    code,
    special[nearestLanguage(language)][code] ?? names.of(code) ?? code,
  ]);
}

/**
 * Reads a nationality as somebody writes it: its name in one of the four languages, its code of two or three letters, or another word for it;
 * `null` when it is none. Territories without nationals are none either.
 */
export function parseNationality(text: string): string | null {
  const word = foldText(text.slice(0, 100));
  return known.get(word) ?? known.get(withoutEnding(word)) ?? null;
}

/** Adjectives come as forms and documents bend them: `Britse`, `griechische`. Codes are shorter, and stay what they are. */
function withoutEnding(word: string): string {
  return word.length > 5 ? word.replace(/e$/, '') : word;
}

function collect(): ReadonlyMap<string, string> {
  const all = [
    ...Object.entries(others).flatMap(([code, words]) =>
      words.split(' ').map((word) => [word.replaceAll('-', ' '), code] as const),
    ),
    ...countryCodes.map((code, index) => [threeLetters[index] ?? code, code] as const),
    ...languages.flatMap((language) => namedIn(language).map(([code, name]) => [name, code] as const)),
    ...nationalityCodes.map((code) => [code, code] as const),
  ];
  return new Map(
    all.flatMap(([word, code]) => (nationalityCodes.includes(code) ? [[foldText(word), code] as const] : [])),
  );
}

const known: ReadonlyMap<string, string> = collect();
