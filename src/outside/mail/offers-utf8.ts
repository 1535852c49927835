import SMTPConnection from 'nodemailer/lib/smtp-connection';

/**
 * Whether a mail server takes addresses beyond ASCII (RFC 6531): it says so when greeted. Without that word such an address must not be
 * sent to it, and a server that gets one all the same may take the mail and lose it.
 */
export function offersUtf8(options: SMTPConnection.Options, signal: AbortSignal): Promise<boolean> {
  const connection = new SMTPConnection(options);
  return new Promise<boolean>((resolve, reject) => {
    connection.on('error', reject);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    connection.connect((error) => {
      if (error) reject(error);
      else resolve(/^250[ -]SMTPUTF8\b/im.test(String(connection.lastServerResponse)));
    });
  }).finally(() => connection.close());
}
