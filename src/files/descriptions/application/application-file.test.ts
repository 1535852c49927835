import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { describe, test } from 'node:test';
import { parseApplication } from './application-file.ts';

const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const publicKey = ec.publicKey.export({ format: 'jwk' });

const least = {
  id: 'klip',
  name: { nl: 'KLIP' },
  secret: 'a secret that is long enough',
  redirectUris: ['https://klip.example/callback'],
  scopes: ['openid'],
  openTo: [{ targetGroup: 'EA' }],
};

function parsed(changes: object) {
  const read = parseApplication({ ...least, ...changes });
  assert.equal(read.kind, 'parsed', JSON.stringify(read));
  return (read as Extract<typeof read, { kind: 'parsed' }>).application;
}

function problems(changes: object): readonly string[] {
  const read = parseApplication({ ...least, ...changes });
  return read.kind === 'parsed'
    ? []
    : read.problems.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

describe('an application with the least that it must say', () => {
  test('gets the defaults of an ACM client', () => {
    const { secret, ...application } = parsed({});
    assert.equal(secret?.reveal(), 'a secret that is long enough');
    assert.deepEqual(application, {
      id: 'klip',
      name: { nl: 'KLIP' },
      protocol: 'oidc',
      jwks: null,
      clientAuthentication: ['client_secret_basic', 'client_secret_post'],
      redirectUris: ['https://klip.example/callback'],
      postLogoutRedirectUris: [],
      scopes: ['openid'],
      openTo: [{ targetGroup: 'EA', level: 'organisation' }],
      assurance: 'substantial',
      loginMeans: ['eid', 'itsme', 'eidashigh', 'eidassubstantial', 'csamtotp', 'csamsms'],
      rights: [],
      rightRequired: false,
      openToLegalRepresentatives: true,
      roleClaim: null,
      idTokenAlgorithm: 'RS256',
      confirmSharing: 'never',
      compatibility: {
        pkce: 'optional',
        issParameter: false,
        assertionAudience: ['issuer', 'tokenEndpoint'],
      },
      homeUri: null,
    });
  });

  test('needs a right as soon as it defines one', () => {
    const rights = [{ code: 'KLIPgebruiker', contexts: ['Raadpleger'], contextRequired: true }];
    const application = parsed({ rights });
    assert.equal(application.rightRequired, true);
    assert.deepEqual(application.rights[0]?.name, { nl: 'KLIPgebruiker' });
    assert.equal(parsed({ rights, rightRequired: false }).rightRequired, false);
  });

  test('is open to citizens as a group, whatever it says', () => {
    assert.deepEqual(parsed({ openTo: [{ targetGroup: 'BUR', level: 'organisation' }] }).openTo, [
      { targetGroup: 'BUR', level: 'group' },
    ]);
  });
});

describe('a client proves itself', () => {
  test('with a key when it gives keys', () => {
    const jwks = { keys: [publicKey] };
    assert.deepEqual(parsed({ secret: null, jwks }).clientAuthentication, ['private_key_jwt']);
    assert.deepEqual(parsed({ jwks: { keys: [] } }).jwks, null);
    assert.deepEqual(parsed({ clientAuthentication: 'client_secret_post' }).clientAuthentication, [
      'client_secret_post',
    ]);
  });

  test('with nothing when it is public, and then always with PKCE', () => {
    const application = parsed({ secret: undefined, public: true });
    assert.deepEqual(
      [application.clientAuthentication, application.compatibility.pkce],
      [['none'], 'required'],
    );
    assert.deepEqual(problems({ secret: undefined, public: true, compatibility: { pkce: 'optional' } }), [
      'compatibility.pkce: a public client always needs PKCE',
    ]);
  });

  test('in one way at least, and only in ways it can', () => {
    assert.deepEqual(problems({ secret: undefined }), [
      ': needs a "secret", or "jwks" with a key, or "public": true',
    ]);
    assert.deepEqual(problems({ public: true }), [
      'public: a public client has neither secret nor keys: it cannot keep them',
    ]);
    assert.deepEqual(problems({ clientAuthentication: ['private_key_jwt'] }), [
      'clientAuthentication: "private_key_jwt" needs "jwks"',
    ]);
    assert.deepEqual(problems({ secret: 'short' }), ['secret: must have at least 16 characters']);
  });

  test('never with a private, weak or unknown key', () => {
    assert.deepEqual(problems({ jwks: { keys: [publicKey] } }), []);
    const weak = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ format: 'jwk' });
    const keys = [
      ec.privateKey.export({ format: 'jwk' }),
      weak,
      { kty: 'oct', k: 'abc' },
      { kty: 'EC', crv: 'P-256' },
    ];
    for (const key of keys) {
      const [problem = ''] = problems({ jwks: { keys: [key] } });
      assert.match(problem, /^jwks\.keys\.0: (holds a private key|must be a public RSA key)/);
    }
  });
});

describe('an address that people are sent to', () => {
  test('is https, or http on this machine', () => {
    for (const uri of ['https://a.example/cb?x=1', 'http://localhost:4001/cb', 'http://127.0.0.1/cb']) {
      assert.deepEqual(parsed({ redirectUris: [uri] }).redirectUris, [uri]);
    }
  });

  test('is nothing else', () => {
    for (const [uri, why] of [
      ['http://a.example/cb', /must be https/],
      ['http://localhost.evil.example/cb', /must be https/],
      ['https://a.example/cb#x', /fragment/],
      ['https://*.example/cb', /wildcard/],
      ['/callback', /absolute/],
      ['javascript:alert(1)', /absolute/],
      ['https://user:pass@a.example/', /user name/],
      ['https://a.example\\@b.example/', /backslash/],
      ['https://a.example/a b', /white space/],
      ['', /absolute/],
    ] as const) {
      assert.match(problems({ redirectUris: [uri] }).join(), why, uri);
      assert.match(problems({ postLogoutRedirectUris: [uri] }).join(), why, uri);
      assert.match(problems({ homeUri: uri }).join(), why, uri);
    }
    assert.deepEqual(problems({ redirectUris: [] }), ['redirectUris: must have at least 1 entries']);
  });
});

describe('the catalogue of rights', () => {
  const right = { code: 'KLIPgebruiker', contexts: ['Planaanvrager', 'Raadpleger'], contextRequired: true };

  test('of a file that says nothing new is what it always was', () => {
    assert.deepEqual(parsed({ rights: [right] }).rights, [
      { ...right, name: { nl: 'KLIPgebruiker' }, description: null },
    ]);
    assert.ok(!('packages' in parsed({ rights: [right] })));
  });

  test('says how long, with what, by whom, in which package and to whom a right is given', () => {
    const offeredTo = [{ targetGroup: 'EA', kinds: ['belgian'], organisations: ['BE 0403.019.261'] }];
    const { rights, packages } = parsed({
      rights: [
        {
          ...right,
          contexts: ['Raadpleger', { code: 'Planaanvrager', name: { en: 'Plan requester' } }],
          ...{ maxDuration: 'P1Y6M', excludes: ['Beheerder', 'gipod/GipodBijdrager'], packages: ['digging'] },
          ...{ secondAdministrator: true, offeredTo },
        },
        { code: 'Beheerder', secondAdministrator: false },
      ],
      packages: [{ code: 'digging', name: { en: 'Digging' } }],
    });
    const [user, manager] = rights;
    assert.deepEqual(user?.contexts, ['Raadpleger', 'Planaanvrager']);
    assert.deepEqual(user.contextNames, { Planaanvrager: { en: 'Plan requester' } });
    assert.equal(user.maxDuration, 'P1Y6M');
    assert.equal(user.secondAdministrator, true);
    assert.deepEqual(user.offeredTo, [{ ...offeredTo[0], organisations: ['0403019261'] }]);
    assert.ok(manager && !('secondAdministrator' in manager));
    assert.deepEqual(packages, [{ code: 'digging', name: { en: 'Digging' }, description: null }]);
  });

  test('is refused for what can never be given', () => {
    assert.deepEqual(
      problems({
        rights: [
          {
            ...right,
            excludes: ['KLIPgebruiker', 'Nowhere', 'klip/KLIPgebruiker'],
            offeredTo: [{ targetGroup: 'LB' }, { targetGroup: 'EA', organisations: ['OVO002949'] }],
          },
        ],
        packages: [{ code: 'digging', name: { en: 'Digging' } }],
      }),
      [
        'rights.0.excludes.0: is this right itself',
        'rights.0.excludes.1: is no right of this application: write application/code for another',
        'rights.0.excludes.2: is this right itself',
        'rights.0.offeredTo.0.targetGroup: is a target group to which the application is not open',
        'rights.0.offeredTo.1.organisations.0: is no code of an organisation in EA',
        'packages.0.code: is a package that no right is in',
      ],
    );
    assert.deepEqual(problems({ rights: [{ ...right, maxDuration: 'a year' }] }), [
      'rights.0.maxDuration: must be a duration of ISO 8601 in years, months, weeks and days, as P1Y, P6M or P90D',
    ]);
    const twice = ['Raadpleger', { code: 'Raadpleger', name: { en: 'Reader' } }];
    assert.deepEqual(problems({ rights: [{ ...right, contexts: twice }] }), [
      'rights.0.contexts: names something twice',
    ]);
  });
});

describe('a description is refused', () => {
  test('for what it lacks, doubles or does not know, all at once', () => {
    assert.deepEqual(problems({}), []);
    assert.deepEqual(
      problems({ id: undefined, scopes: ['profile'], publik: true, assurance: 'hoog' }).toSorted(),
      [
        'assurance: must be one of "low", "substantial", "high"',
        'id: is missing',
        'publik: there is no such field',
        'scopes: must hold "openid"',
      ],
    );
    assert.deepEqual(problems({ openTo: [{ targetGroup: 'EA' }, { targetGroup: 'EA', level: 'group' }] }), [
      'openTo: names a target group twice',
    ]);
    assert.deepEqual(problems({ name: {} }), ['name: must have a text in one of nl, fr, de, en']);
    assert.deepEqual(problems({ name: 'KLIP' }), ['name: must be an object in braces']);
    assert.deepEqual(problems({ rights: [{ code: 'a' }, { code: 'a' }] }), ['rights: names a right twice']);
  });

  test('for what could never work', () => {
    assert.deepEqual(problems({ assurance: 'high', loginMeans: ['csamsms'] }), [
      'loginMeans: none of these reaches the level high: nobody could log in',
    ]);
    assert.deepEqual(problems({ rights: [{ code: 'a', contextRequired: true }] }), [
      'rights.0.contextRequired: needs at least one of "contexts"',
    ]);
    assert.deepEqual(problems({ rightRequired: true }), ['rightRequired: needs at least one of "rights"']);
    assert.deepEqual(problems({ roleClaim: { scope: 'klip', name: 'sub', format: '3d' } }), [
      'roleClaim.scope: must be one of "scopes"',
      'roleClaim.name: is the name of another claim',
    ]);
  });

  test('for the id of a part of Sluis itself', () => {
    for (const id of ['sluis-casework', 'sluis-request', 'sluis-account'])
      assert.deepEqual(problems({ id }), ['id: is the id of a part of Sluis itself: choose another']);
    assert.match(problems({ protocol: 'own' }).join(), /^protocol: /);
  });

  test('when it is no description at all', () => {
    for (const value of [null, [], 'klip', 1]) assert.equal(parseApplication(value).kind, 'refused');
  });

  test('without a word of its secrets', () => {
    const text = problems({ secret: 'geheim\u0007geheim', jwks: { keys: [{ d: 'geheim' }] } }).join();
    assert.ok(text !== '');
    assert.doesNotMatch(text, /geheim/);
  });
});
