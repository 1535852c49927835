/** Somebody who can sign in at a simulated provider. */
export type ProviderPerson = {
  readonly id: string;
  /** 11 digits; at an organisation's provider nobody has one. */
  readonly number: string | null;
  readonly givenNames: string;
  readonly familyName: string;
  readonly email: string | null;
  readonly note: string;
};

/** A digital key that people sign in with, the level that it reaches, and what `amr` calls it. */
export type DigitalKey = {
  readonly code: string;
  readonly name: string;
  /** Higher is stronger; told by `acr`. */
  readonly level: number;
  readonly acr: string;
  /** Other names under which the level is asked for. */
  readonly alsoAsked: readonly string[];
  readonly amr: readonly string[];
};

function federalKey(code: string, name: string, level: number): DigitalKey {
  const acr = `urn:be:fedict:iam:fas:citizen:Level${level}`;
  const told = `urn:be:fedict:iam:fas:Level${level}`;
  return { code, name, level, acr, alsoAsked: [told], amr: [code, told] };
}

/** The digital keys of the federal login, with the levels as it names them. */
export const federalKeys: readonly DigitalKey[] = [
  federalKey('eid', 'eID card', 500),
  federalKey('itsme', 'itsme', 450),
  federalKey('mygov', 'MyGov.be', 450),
  federalKey('totp', 'Code by mobile app', 400),
  federalKey('sms', 'Code by SMS', 400),
];

/** An organisation asks for a password, and for a second step where that is asked for. */
export const organisationKeys: readonly DigitalKey[] = [
  {
    code: 'two',
    name: 'Password and app',
    level: 2,
    acr: 'two-steps',
    alsoAsked: [],
    amr: ['pwd', 'otp', 'mfa'],
  },
  { code: 'one', name: 'Password alone', level: 1, acr: 'one-step', alsoAsked: [], amr: ['pwd'] },
];

/** The keys that are enough for what was asked, the weakest of them first: it is what was asked for. */
export function keysFor(keys: readonly DigitalKey[], acrValues: readonly string[]): readonly DigitalKey[] {
  const asked = keys.filter((key) => acrValues.some((acr) => acr === key.acr || key.alsoAsked.includes(acr)));
  const lowest = asked.length === 0 ? 0 : Math.min(...asked.map(({ level }) => level));
  return keys.filter(({ level }) => level >= lowest).toSorted((one, other) => one.level - other.level);
}
