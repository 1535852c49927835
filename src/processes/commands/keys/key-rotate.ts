import { keysFor, rotateKeys, rotatingUses } from '../../../domain/keys/index.ts';
import { readKeyFile, writeKeyFile } from '../../../files/keys/key-file.ts';
import type { CommandContext, ExitCode } from '../../command-line/command.ts';
import { exitCodes } from '../../command-line/command.ts';
import { makeKey, makeKeySet } from '../../keys/make-keys.ts';

/** `sluis key rotate [--use USE]`: makes the first key file, or takes one use (or all) a step further. */
export async function keyRotate({ options, output, settings }: CommandContext): Promise<ExitCode> {
  const { keyFile } = settings();
  const wanted = options.use;
  const uses = rotatingUses.filter((use) => wanted === undefined || use === wanted);
  if (uses.length === 0) {
    output.refuse(`"${String(wanted)}" is not a use of keys.`, `Choose one of: ${rotatingUses.join(', ')}.`);
    return exitCodes.wrongUse;
  }
  const now = new Date();
  const read = await readKeyFile(keyFile);
  if (read.kind === 'refused')
    return output.refuse(`${keyFile}: ${read.problem}.`, 'Put back the copy that you keep of it.');
  if (read.kind === 'missing') {
    const made = await makeKeySet(now);
    await writeKeyFile(keyFile, made);
    output.say(
      `Made the first keys in ${keyFile}. Keep a copy in a safe place: without it, sealed data cannot be read.`,
    );
    output.result({ file: keyFile, made: made.keys.map(({ id, use, stage }) => ({ id, use, stage })) });
    return exitCodes.done;
  }
  let set = read.set;
  for (const use of uses) set = await rotateKeys(set, use, (which, stage) => makeKey(which, stage, now));
  await writeKeyFile(keyFile, set);
  for (const use of uses) {
    output.say(
      `${use}: ${keysFor(set, use)
        .map((key) => `${key.id} (${key.stage})`)
        .join(', ')}`,
    );
  }
  const announced = uses.filter((use) => keysFor(set, use).some((key) => key.stage === 'next'));
  if (announced.length > 0) {
    output.say(
      `Published, not used yet: ${announced.join(', ')}. Restart the processes one by one; when every peer has fetched the new keys, rotate again.`,
    );
  } else
    output.say(
      'Restart the processes one by one: from then on they use the new keys, and still read what the old ones made.',
    );
  output.result({
    file: keyFile,
    keys: set.keys.map(({ id, use, stage, createdAt }) => ({ id, use, stage, createdAt })),
  });
  return exitCodes.done;
}
