import { applicationSchema } from '../../files/descriptions/application/application-schema.ts';
import { countrySchema } from '../../files/descriptions/country/country-schema.ts';
import { jsonSchemaOf } from '../../files/descriptions/json-schema.ts';
import { meansSchema } from '../../files/descriptions/means/means-schema.ts';
import { officeSchema } from '../../files/descriptions/office/office-file.ts';
import { optionalOrganisationColumns, organisationColumns } from '../../files/rows/organisation-row.ts';
import { optionalRegisterColumns, registerColumns } from '../../files/rows/register-row.ts';
import { optionalRightColumns, rightColumns } from '../../files/rows/right-row.ts';
import { staffColumns } from '../../files/rows/staff-row.ts';

const DRAFT = 'https://json-schema.org/draft/2020-12/schema';
const MOST_ITEMS = 1000;

/** The schema of `application apply` files, from the one that reads them. Rules between fields are checked by the command alone. */
export function applicationSchemaPage(): string {
  return descriptionsPage('Applications, for bin/sluis application apply', applicationSchema);
}

/** The schema of `country apply` files. */
export function countrySchemaPage(): string {
  return descriptionsPage('eIDAS countries, for bin/sluis country apply', countrySchema);
}

/** The schema of `means apply` files. */
export function meansSchemaPage(): string {
  return descriptionsPage('Providers of login means, for bin/sluis means apply', meansSchema);
}

/** The schema of `office apply` files. */
export function officeSchemaPage(): string {
  return descriptionsPage('Registration offices, for bin/sluis office apply', officeSchema);
}

/** The schema of one row of `register import` files. */
export function registerSchemaPage(): string {
  return rowPage(
    'One row of a CSV file for bin/sluis register import',
    registerColumns,
    optionalRegisterColumns,
  );
}

/** The schema of one row of `organisation import` files. */
export function organisationSchemaPage(): string {
  return rowPage(
    'One row of a CSV file for bin/sluis organisation import',
    organisationColumns,
    optionalOrganisationColumns,
  );
}

/** The schema of one row of `right import` files. */
export function rightSchemaPage(): string {
  return rowPage('One row of a CSV file for bin/sluis right import', rightColumns, optionalRightColumns);
}

/** The schema of one row of `staff import` files. */
export function staffSchemaPage(): string {
  return rowPage('One row of a CSV file for bin/sluis staff import', staffColumns);
}

function descriptionsPage(title: string, schema: Parameters<typeof jsonSchemaOf>[0]): string {
  const { $schema, ...description } = jsonSchemaOf(schema);
  const one = { $ref: '#/$defs/description' };
  return show({
    $schema,
    title,
    description: 'One description, or a list of them. A file is applied whole or not at all.',
    anyOf: [one, { type: 'array', minItems: 1, maxItems: MOST_ITEMS, items: one }],
    $defs: { description },
  });
}

function rowPage(
  title: string,
  columns: Readonly<Record<string, string>>,
  optional: readonly string[] = [],
): string {
  return show({
    $schema: DRAFT,
    title,
    description:
      'CSV after RFC 4180: commas, semicolons or tabs, double quotes, these names in the header in any order. Every cell is text.',
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(columns).map(([name, description]) => [name, { description, type: 'string' }]),
    ),
    required: Object.keys(columns).filter((name) => !optional.includes(name)),
    additionalProperties: false,
  });
}

const LINE_WIDTH = 110;

/** As our formatter writes JSON: a list of texts stands on one line where it fits. */
function show(schema: unknown): string {
  const text = JSON.stringify(schema, null, 2);
  const joined = text.replace(
    /^( *".*": )?\[\n((?: *"[^\n]*",?\n)+) *\](,?)$/gm,
    (whole, start = '', items: string, end) => {
      const line = `${start}[${items.trim().replace(/,\n */g, ', ')}]${end}`;
      return line.length <= LINE_WIDTH ? line : whole;
    },
  );
  return `${joined}\n`;
}
