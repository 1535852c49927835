import PostalMime, { type Attachment } from 'postal-mime';

/** What a returned mail says. `messageId` is the id that we gave the mail; `code` names the trouble without any personal data. */
export type ReadBounce =
  | { readonly kind: 'bounce'; readonly messageId: string; readonly code: string }
  /** It may arrive yet, or has. */
  | { readonly kind: 'not-failed' }
  | { readonly kind: 'refused'; readonly reason: 'too-large' | 'not-a-bounce' | 'no-message-id' };

/** A returned mail quotes headers, or at most a mail of ours. */
export const LARGEST_BOUNCE = 1_000_000;

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

/** Reads a delivery status notification (RFC 3464): which mail, and whether it failed for good. */
export async function readBounce(bytes: Uint8Array): Promise<ReadBounce> {
  if (bytes.length > LARGEST_BOUNCE) return { kind: 'refused', reason: 'too-large' };
  const parts = await partsOf(bytes);
  const status = parts?.find(({ mimeType }) => mimeType === 'message/delivery-status');
  if (parts === null || status === undefined) return { kind: 'refused', reason: 'not-a-bounce' };
  const fields = fieldsOf(textOf(status));
  const code = fields.get('status')?.find((each) => /^5\.\d{1,3}\.\d{1,3}\b/.test(each));
  if (!fields.get('action')?.some((each) => /^failed\b/i.test(each)) || code === undefined)
    return { kind: 'not-failed' };
  const messageId = messageIdOf(fields, parts);
  if (messageId === null) return { kind: 'refused', reason: 'no-message-id' };
  return { kind: 'bounce', messageId, code: `dsn-${/^[\d.]+/.exec(code)?.[0] ?? '5'}` };
}

/** The parts of a report; `null` for what is no mail or is built to wear us out. */
async function partsOf(bytes: Uint8Array): Promise<readonly Attachment[] | null> {
  try {
    const mail = await PostalMime.parse(bytes, {
      forceRfc822Attachments: true,
      attachmentEncoding: 'utf8',
      maxNestingDepth: 8,
      maxHeadersSize: 100_000,
    });
    return mail.attachments;
  } catch {
    return null;
  }
}

/** By the id that we gave to the envelope (RFC 3461 section 4.4), or else by the headers that came back. */
function messageIdOf(
  fields: ReadonlyMap<string, readonly string[]>,
  parts: readonly Attachment[],
): string | null {
  const envelope = fields.get('original-envelope-id')?.map((each) => UUID.exec(each)?.[0]);
  const returned = parts
    .filter(({ mimeType }) => mimeType === 'message/rfc822' || mimeType === 'text/rfc822-headers')
    .map((part) => fieldsOf(textOf(part).split(/\r?\n\r?\n/, 1)[0] ?? '').get('message-id')?.[0])
    .map((each) => (each === undefined ? undefined : UUID.exec(each)?.[0]));
  const found = [...(envelope ?? []), ...returned].find((each) => each !== undefined);
  return found === undefined ? null : found.toLowerCase();
}

/** Header fields by lower-case name, folded lines joined (RFC 5322 section 2.2.3). */
function fieldsOf(text: string): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, string[]>();
  for (const line of text.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const place = line.indexOf(':');
    if (place < 1) continue;
    const name = line.slice(0, place).trim().toLowerCase();
    fields.set(name, [...(fields.get(name) ?? []), line.slice(place + 1).trim()]);
  }
  return fields;
}

function textOf({ content }: Attachment): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}
