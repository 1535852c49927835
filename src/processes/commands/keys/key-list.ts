import { X509Certificate } from 'node:crypto';
import { keysFor, keyUses } from '../../../domain/keys/index.ts';
import { readKeyFile } from '../../../files/keys/key-file.ts';
import type { CommandContext, ExitCode } from '../../command-line/command.ts';
import { exitCodes } from '../../command-line/command.ts';

/** `sluis key list`: what keys there are, for what, in which stage, until when. Never the keys themselves. */
export async function keyList({ output, settings }: CommandContext): Promise<ExitCode> {
  const { keyFile } = settings();
  const read = await readKeyFile(keyFile);
  if (read.kind === 'missing')
    return output.refuse(`${keyFile} is not there.`, 'Make it once with: bin/sluis key rotate');
  if (read.kind === 'refused')
    return output.refuse(`${keyFile}: ${read.problem}.`, 'Put back the copy that you keep of it.');
  const rows = keyUses.flatMap((use) =>
    keysFor(read.set, use).map(({ id, stage, createdAt, certificate }) => ({
      use,
      id,
      stage,
      createdAt,
      certificateUntil:
        certificate === null ? null : new X509Certificate(certificate).validToDate.toISOString(),
    })),
  );
  for (const row of rows) {
    const until =
      row.certificateUntil === null ? '' : `  certificate until ${row.certificateUntil.slice(0, 10)}`;
    output.say(
      `${row.use.padEnd(21)} ${row.stage.padEnd(9)} since ${row.createdAt.slice(0, 10)}  ${row.id}${until}`,
    );
  }
  output.result(rows);
  return exitCodes.done;
}
