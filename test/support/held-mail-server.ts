import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A mail that the server has in full. `answered`: it said so to the client. */
export type Handed = { readonly messageId: string; readonly subject: string; answered: boolean };

/** Where a conversation is held: at the recipient, before the text came; or with the text, before the answer. */
export type HoldPoint = 'recipient' | 'answer';

/** One hold: `reached` resolves when a client stands there, `release` lets it go on. */
export type Hold = { readonly reached: Promise<void>; release(): void };

/** A mail server that can be stopped in the middle of a sentence. */
export type HeldMailServer = {
  readonly url: string;
  readonly handed: readonly Handed[];
  /** Holds every client at this point, until it is released. */
  hold(point: HoldPoint): Hold;
  /** Refuses the mails whose subject begins with this, for good, after their text. */
  refuse(subject: string): void;
  /** Resolves when so many mails were handed over, repetitions included. */
  has(count: number): Promise<void>;
  /** Resolves when the last client hung up. */
  isAlone(): Promise<void>;
  close(): Promise<void>;
};

/** Starts such a server on this machine. */
export async function openHeldMailServer(): Promise<HeldMailServer> {
  const handed: Handed[] = [];
  const waiting: (() => void)[] = [];
  const holds = new Map<HoldPoint, { reach(): void; released: Promise<void> }>();
  const refused = new Set<string>();
  let clients = 0;
  const tell = () => {
    for (const check of [...waiting]) check();
  };
  const until = (isSo: () => boolean) =>
    new Promise<void>((resolve) => {
      const check = () => {
        if (!isSo()) return;
        waiting.splice(waiting.indexOf(check), 1);
        resolve();
      };
      waiting.push(check);
      check();
    });
  const pass = async (point: HoldPoint) => {
    const held = holds.get(point);
    held?.reach();
    await held?.released;
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo(_address, _session, done) {
      void pass('recipient').then(() => done());
    },
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        const { messageId = '', subject = '' } = await PostalMime.parse(Buffer.concat(chunks));
        if ([...refused].some((each) => subject.startsWith(each)))
          return done(Object.assign(new Error('no such mailbox'), { responseCode: 550 }));
        const one: Handed = { messageId, subject, answered: false };
        handed.push(one);
        tell();
        await pass('answer');
        one.answered = true;
        done();
      });
    },
  });
  server.on('error', () => undefined);
  // Counted by sockets: who is cut off before the greeting is closed without ever having been connected, as the protocol sees it.
  server.server.on('connection', (socket) => {
    clients += 1;
    socket.once('close', () => {
      clients -= 1;
      tell();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    handed,
    hold(point) {
      const reached = Promise.withResolvers<void>();
      const released = Promise.withResolvers<void>();
      holds.set(point, { reach: reached.resolve, released: released.promise });
      return {
        reached: reached.promise,
        release() {
          holds.delete(point);
          released.resolve();
        },
      };
    },
    refuse: (subject) => void refused.add(subject),
    has: (count) => until(() => handed.length >= count),
    isAlone: () => until(() => clients === 0),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
