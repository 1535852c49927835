import { readBytes, reasonOf } from '../../../files/text/read-text-file.ts';
import { LARGEST_BOUNCE, readBounce } from '../../../outside/mail/read-bounce.ts';
import { type CommandContext, type ExitCode, exitCodes } from '../../command-line/command.ts';
import { withStore } from '../../database/with-store.ts';

const refusals = {
  'too-large': `is larger than ${LARGEST_BOUNCE} bytes`,
  'not-a-bounce': 'is not a delivery status notification (RFC 3464)',
  'no-message-id': 'does not say which mail came back',
} as const;
const NEXT =
  'Hand over the returned mail as it came, with all its parts. docs/explanation/how-mail-is-sent.md';

/** `sluis mail bounce FILE`: marks the mail that came back. `-` reads standard input, as a mail server hands it over. */
export async function mailBounce(context: CommandContext): Promise<ExitCode> {
  const { output, operands } = context;
  const [file = ''] = operands;
  const bytes = await bytesOf(file);
  if (typeof bytes === 'string') return output.refuse(`${file} ${bytes}.`, NEXT);
  const read = await readBounce(bytes);
  if (read.kind === 'refused') return output.refuse(`${file} ${refusals[read.reason]}.`, NEXT);
  if (read.kind === 'not-failed') {
    output.say('It did not fail for good: nothing to mark.');
    output.result({ outcome: 'not-failed' });
    return exitCodes.done;
  }
  const { messageId, code } = read;
  return withStore(context, async (store) => {
    const outcome = await store.outbox.bounceByMessageId(messageId, new Date(), code);
    if (outcome === 'unknown')
      return output.refuse('The mail that came back is none of ours.', 'Nothing was changed.');
    output.say(outcome === 'bounced' ? `Marked: ${code}.` : 'It was marked before.');
    output.result({ outcome, code });
    return exitCodes.done;
  });
}

async function bytesOf(file: string): Promise<Uint8Array | string> {
  try {
    return await readBytes(file, LARGEST_BOUNCE);
  } catch (error) {
    return reasonOf(error);
  }
}
