/** Why somebody gets a mail: by what they did, or by how their address is known. */
export type Why = 'request' | 'code' | 'link' | 'former-address' | 'person' | 'administrator';

/** What stands around every mail, in one language. */
export type FrameTexts = {
  readonly closing: string;
  readonly reference: (reference: string) => string;
  readonly why: Readonly<Record<Why, string>>;
  /** Beneath a link that opens a request: `until` is said as a deadline. */
  readonly linkWorksOnce: (until: string) => string;
  readonly trust: string;
  readonly addresses: (origin: string) => string;
  /** In a mail that holds no address of the web. */
  readonly noAddresses: string;
  readonly neverAsked: string;
  readonly doubt: string;
  readonly contact: string;
  readonly telephone: (telephone: string, hours: string | null) => string;
  readonly helpPage: (address: string) => string;
  readonly replyTo: (address: string) => string;
  readonly noReply: string;
};
