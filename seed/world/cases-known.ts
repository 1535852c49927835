import type { Sex } from '../../src/domain/person/index.ts';

/** Applicants whom the register of the demo knows already, with the number under which it does. */
export type KnownApplicant = readonly [
  country: string,
  familyName: string,
  givenNames: string,
  birthDate: string,
  birthPlace: string,
  sex: Sex,
  number: string,
];

/** The register spells them otherwise, so that an agent has to look. */
export const knownApplicants: readonly KnownApplicant[] = [
  ['DE', 'Schröder', 'Ulrike Maria', '1982-04-19', 'Bielefeld', 'female', '82441999874'],
  ['DE', 'Hoffmann-Lenz', 'Gisela', '1969-08-02', 'Kassel', 'female', '69480299848'],
  ['DE', 'Yıldırım', 'Cem', '1990-11-11', 'Duisburg', 'male', '90511199747'],
  ['NL', 'van den Brink', 'Hendrik Jan', '1975-02-27', 'Deventer', 'male', '75422799762'],
  ['NL', 'Kuijpers', 'Saskia', '1988-06-05', 'Venlo', 'female', '88460599852'],
  ['NL', 'Ramdin', 'Shanti', '1979-01-09', 'Paramaribo', 'female', '79490199804'],
  ['PL', 'Nowak', 'Małgorzata', '1985-03-14', 'Wrocław', 'female', '85431499886'],
  ['PL', 'Wróblewski', 'Krzysztof', '1977-10-30', 'Lublin', 'male', '77503099770'],
  ['PL', 'Jabłońska-Mazur', 'Ewa', '1993-05-21', 'Kraków', 'female', '93452199858'],
  ['RO', 'Constantinescu', 'Florin', '1981-12-07', 'Cluj-Napoca', 'male', '81520799782'],
  ['RO', 'Munteanu', 'Elena-Simona', '1990-07-16', 'Sibiu', 'female', '90471699862'],
  ['BG', 'Ivanova', 'Ralitsa', '1986-09-08', 'Sofia', 'female', '86490899838'],
  ['BG', 'Georgiev', 'Aleksandar', '1974-04-03', 'Pleven', 'male', '74430499759'],
  ['IT', 'Colombo', 'Giovanni Battista', '1968-02-12', 'Bergamo', 'male', '68421299774'],
  ['IT', 'Degl’Innocenti', 'Silvia', '1987-11-25', 'Firenze', 'female', '87512599848'],
  ['ES', 'Fernández Iglesias', 'Pablo', '1983-08-18', 'Oviedo', 'male', '83481899757'],
  ['ES', 'Echeverría', 'Ainhoa', '1992-01-30', 'Pamplona', 'female', '92413099830'],
  ['PT', 'Guimarães', 'Rui Manuel', '1972-05-06', 'Braga', 'male', '72450099754'],
  ['EL', 'Theodorou', 'Dimitra', '1989-10-12', 'Larisa', 'female', '89521099862'],
  ['HU', 'Horváth', 'Katalin', '1980-03-28', 'Eger', 'female', '80432899846'],
  ['SE', 'Ström', 'Ingrid Margareta', '1976-06-23', 'Uppsala', 'female', '76462399836'],
];

/** The register has them as they write themselves: for the counter, where everything must be the same. */
export const exactlyKnownApplicants: readonly KnownApplicant[] = [
  ['FR', 'Delattre', 'Mathilde', '1991-04-04', 'Tourcoing', 'female', '91440499834'],
  ['GB', 'Whitcombe', 'Oliver', '1986-07-29', 'Exeter', 'male', '86472999774'],
  ['LT', 'Kavaliauskas', 'Tomas', '1984-09-17', 'Vilnius', 'male', '84491799718'],
];

/** Open requests of people whom the register may hold: as they write themselves, spelled otherwise, or somebody else besides. */
export const perhapsKnownApplicants: readonly KnownApplicant[] = [
  ['DE', 'Vogelsang', 'Henrike', '1987-02-18', 'Bremen', 'female', '87421899801'],
  ['PL', 'Gąsiorowska', 'Zuzanna', '1991-12-03', 'Poznań', 'female', '91520399823'],
  ['IT', 'Rinaldi', 'Marta', '1990-05-12', 'Verona', 'female', '90451299871'],
  ['DE', 'Müllenbach', 'Jörn', '1984-06-11', 'Koblenz', 'male', '84461799794'],
  ['NL', 'Terpstra', 'Wessel', '1979-09-23', 'Leeuwarden', 'male', '79492399724'],
  ['BG', 'Petrova', 'Desislava', '1985-08-30', 'Ruse', 'female', '85483099829'],
  ['RO', 'Văcărescu', 'Ilinca', '1988-04-27', 'Bacău', 'female', '88442199843'],
  ['ES', 'Zubizarreta', 'Amaia', '1993-03-09', 'Bilbao', 'female', '93430999816'],
  ['SE', 'Öhlund', 'Björn', '1972-11-01', 'Gävle', 'male', '72510199766'],
  ['HU', 'Szűcs', 'Gergő', '1986-07-22', 'Pécs', 'male', '86472299790'],
];
