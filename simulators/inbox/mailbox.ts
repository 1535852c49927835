import PostalMime from 'postal-mime';

/** One mail, as it was read. `at` is when it came in. */
export type ReceivedMail = {
  readonly id: number;
  readonly at: Date;
  readonly from: string;
  readonly fromName: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  /** The HTML as it came: shown in a frame in which nothing can act, and as source. */
  readonly html: string | null;
  /** Addresses of the web in the text, each once. */
  readonly links: readonly string[];
  readonly messageId: string | null;
  readonly language: string | null;
  readonly attachments: readonly string[];
  /** As they came, in order. */
  readonly headers: readonly { readonly name: string; readonly value: string }[];
};

/** All mail that came in since the start, newest first, at most a thousand. */
export type Mailbox = {
  receive(stream: AsyncIterable<Uint8Array>, recipients: readonly string[]): Promise<void>;
  /** Mail to addresses that contain `recipient`; all of it for the empty text. */
  list(recipient: string): readonly ReceivedMail[];
  find(id: number): ReceivedMail | null;
  /** Resolves when the next mail came in. */
  next(): Promise<void>;
};

const MOST = 1000;

/** Opens an empty mailbox in memory. */
export function openMailbox(): Mailbox {
  const mails: ReceivedMail[] = [];
  const waiting: (() => void)[] = [];
  let count = 0;
  return {
    async receive(stream, recipients) {
      const parts: Uint8Array[] = [];
      for await (const part of stream) parts.push(part);
      const mail = await PostalMime.parse(Buffer.concat(parts));
      const text = mail.text ?? textOfHtml(mail.html ?? '');
      count += 1;
      mails.unshift({
        id: count,
        at: new Date(),
        from: mail.from?.address ?? '',
        fromName: mail.from?.name ?? '',
        to: recipients,
        subject: mail.subject ?? '',
        text,
        html: mail.html ?? null,
        links: linksIn(text),
        messageId: mail.messageId ?? null,
        language: mail.headers.find((each) => each.key === 'content-language')?.value ?? null,
        attachments: mail.attachments.map((each) => each.filename ?? 'unnamed'),
        headers: mail.headers.slice(0, 50).map(({ originalKey, value }) => ({ name: originalKey, value })),
      });
      mails.length = Math.min(mails.length, MOST);
      for (const tell of waiting.splice(0)) tell();
    },
    list: (recipient) =>
      mails.filter((mail) =>
        mail.to.some((address) => address.toLowerCase().includes(recipient.toLowerCase())),
      ),
    find: (id) => mails.find((mail) => mail.id === id) ?? null,
    next: () => new Promise((resolve) => waiting.push(resolve)),
  };
}

/** What a reader would make a link of, without the punctuation of the sentence around it. */
function linksIn(text: string): readonly string[] {
  const found = text.match(/https?:\/\/[^\s<>"']+/g) ?? [];
  const links = found.map((each) => each.replace(/[.,;:!?)\]]+$/, '')).filter((each) => URL.canParse(each));
  return [...new Set(links)].slice(0, 50);
}

/** The words of a mail that has HTML only. */
function textOfHtml(html: string): string {
  return html
    .replace(/<(style|script)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/<br\s*\/?>|<\/(?:p|div|li|h\d|tr)>/gi, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
