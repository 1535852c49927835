// A process that causes mail: each in the transaction of an audit event, as the platform does, until it is cut off.
import { Redacted } from '../../src/base/redacted.ts';
import { loadSettings } from '../../src/config/load.ts';
import { readKeyFile } from '../../src/files/keys/key-file.ts';
import { openKeys } from '../../src/processes/keys/open-keys.ts';
import { openStore } from '../../src/store/index.ts';
import { auditEvent } from './audit-example.ts';

const settings = loadSettings(process.env);
const keys = await readKeyFile(settings.keyFile);
if (keys.kind !== 'read' || settings.databaseUrl === null)
  throw new Error('there must be keys and a database');
const store = await openStore({
  url: settings.databaseUrl.reveal(),
  keys: openKeys(keys.set).store,
  clock: () => new Date(),
});

for (let count = 0; ; count += 1) {
  const subject = `mail ${process.argv[2]}-${count}`;
  await store.inTransaction(['audit', 'outbox'], async ({ audit, outbox }) => {
    await audit.record(auditEvent({ subject: { kind: 'application', id: subject } }));
    await outbox.send({
      to: new Redacted('anna@example.eu'),
      language: 'en',
      subject,
      text: 'Dear Anna',
      html: null,
      about: null,
      template: null,
    });
  });
  process.stdout.write('caused\n');
}
