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

/** RFC 3464, and RFC 6533 for mail with addresses beyond ASCII. */
const STATUS_PARTS = ['message/delivery-status', 'message/global-delivery-status'];
/** The mail itself or its headers, as they come back. */
const RETURNED_PARTS = [
  'message/rfc822',
  'message/global',
  'text/rfc822-headers',
  'message/rfc822-headers',
  'message/global-headers',
];

/**
 * Reads a delivery status notification: which mail, and whether it was given up. That is what `Action` says of a recipient and
 * nothing else (RFC 3464 section 2.3.3): a mail that was given up after days of trying has the status of a passing trouble, or none.
 */
export async function readBounce(bytes: Uint8Array): Promise<ReadBounce> {
  if (bytes.length > LARGEST_BOUNCE) return { kind: 'refused', reason: 'too-large' };
  const parts = (await partsOf(bytes)) ?? [];
  const groups = parts
    .filter(({ mimeType }) => STATUS_PARTS.includes(mimeType))
    .flatMap((part) =>
      textOf(part)
        .split(/(?:\r?\n[ \t]*){2,}/)
        .map(fieldsOf),
    );
  if (!groups.some((fields) => fields.has('action'))) return { kind: 'refused', reason: 'not-a-bounce' };
  const failed = groups.find((fields) => fields.get('action')?.some((each) => /^failed\b/i.test(each)));
  if (failed === undefined) return { kind: 'not-failed' };
  const messageId = messageIdOf(groups, parts);
  if (messageId === null) return { kind: 'refused', reason: 'no-message-id' };
  const status = /^[245]\.\d{1,3}\.\d{1,3}(?![\d.])/.exec(failed.get('status')?.[0] ?? '');
  return { kind: 'bounce', messageId, code: `dsn-${status?.[0] ?? 'failed'}` };
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

/**
 * By the id that we gave to the envelope (RFC 3461 section 4.4), by the headers that came back, or by the field that Google puts
 * in their place. It is random and stands in that mail alone: who never saw the mail cannot say that it came back.
 */
function messageIdOf(
  groups: readonly ReadonlyMap<string, readonly string[]>[],
  parts: readonly Attachment[],
): string | null {
  const fieldsNamed = (name: string) => groups.flatMap((fields) => fields.get(name) ?? []);
  const returned = parts
    .filter(({ mimeType }) => RETURNED_PARTS.includes(mimeType))
    .flatMap((part) => fieldsOf(textOf(part).split(/\r?\n\r?\n/, 1)[0] ?? '').get('message-id') ?? []);
  const named = [
    ...fieldsNamed('original-envelope-id'),
    ...returned,
    ...fieldsNamed('x-original-message-id'),
  ];
  const found = named.map((each) => UUID.exec(each)?.[0]).find((each) => each !== undefined);
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
