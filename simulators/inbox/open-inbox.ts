import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { openSite, type Site, type SiteAddress } from '../ground/site.ts';
import { type Mailbox, openMailbox } from './mailbox.ts';
import { makeInbox } from './routes.ts';

/** `smtpPort` 0 takes a free one. */
export type InboxSetting = SiteAddress & { readonly smtpPort: number };

/** The inbox: `url` shows what was sent to anybody; mail goes to `smtpUrl`. */
export type Inbox = Site & { readonly smtpUrl: string; readonly mailbox: Mailbox };

const LARGEST_MAIL = 2_000_000;

/** Opens a mail server that delivers nowhere, and the pages that show what it took. Only on this machine. */
export async function openInbox(setting: InboxSetting): Promise<Inbox> {
  const mailbox = openMailbox();
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: LARGEST_MAIL,
    onData(stream, session, done) {
      const recipients = session.envelope.rcptTo.map((each) => each.address);
      mailbox.receive(stream, recipients).then(() => done(), done);
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(setting.smtpPort, '127.0.0.1', () => resolve());
  });
  // A client that hangs up half-way is no reason to stop.
  server.on('error', () => undefined);
  const { port } = server.server.address() as AddressInfo;
  const closeMail = () => new Promise<void>((resolve) => server.close(() => resolve()));
  try {
    const site = await openSite(setting, () => makeInbox(mailbox));
    const close = async () => {
      await Promise.all([site.close(), closeMail()]);
    };
    return { url: site.url, smtpUrl: `smtp://localhost:${port}`, mailbox, close };
  } catch (error) {
    await closeMail();
    throw error;
  }
}
