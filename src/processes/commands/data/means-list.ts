import { textIn } from '../../../base/language.ts';
import { closureAhead, closureAt, isInForce, type MeansProvider } from '../../../domain/login-means/index.ts';
import { readClientKeys } from '../../../files/descriptions/means/client-keys.ts';
import { type CommandContext, type ExitCode, exitCodes } from '../../command-line/command.ts';
import { withStore } from '../../database/with-store.ts';

/** `sluis means list`: every provider of login means, whether people can use it, and what it counts for. */
export function meansList(context: CommandContext): Promise<ExitCode> {
  return withStore(context, async (store) => {
    const providers = await store.meansProviders.list();
    const at = new Date();
    for (const provider of providers) {
      const name = provider.name === null ? '' : `  ${textIn(provider.name, 'en')}`;
      const line = `${provider.code}  ${provider.kind}${name}  ${standingOf(provider, at)}  ${worthOf(provider)}`;
      context.output.say(line.trimEnd());
    }
    if (providers.length === 0)
      context.output.say('No provider was described. bin/sluis means apply FILE adds some.');
    context.output.result({ providers: providers.map(withoutSecrets) });
    return exitCodes.done;
  });
}

/** In a few words, whether people can use a provider now, and if not from when. */
export function standingOf(provider: MeansProvider, at: Date): string {
  const { validFrom, validUntil } = provider;
  if (!isInForce(provider, at))
    return validFrom !== null && at < new Date(validFrom) ? `from ${validFrom}` : `ended on ${validUntil}`;
  const closure = closureAt(provider, at);
  if (closure !== null)
    return closure.until === null ? 'closed' : `closed until ${closure.until.toISOString()}`;
  const ahead = closureAhead(provider, at);
  return ahead?.from ? `open, closes at ${ahead.from.toISOString()}` : 'open';
}

/** Which means it brings, and how strongly each counts. */
function worthOf(provider: MeansProvider): string {
  if (provider.kind === 'openid')
    return provider.levels.map(({ means, assurance }) => `${means} (${assurance})`).join(', ');
  if (provider.kind === 'certificate')
    return provider.mappings.map(({ means, assurance }) => `${means} (${assurance})`).join(', ');
  return '';
}

/** Of our keys, the public half: it is what the other side must be given. */
function withoutSecrets(provider: MeansProvider): object {
  if (provider.kind !== 'openid') return provider;
  const { keys, ...rest } = provider;
  const read = readClientKeys(keys.reveal());
  const publicKeys = read.kind === 'read' ? read.keys.map(({ publicJwk }) => publicJwk) : [];
  return { ...rest, jwks: { keys: publicKeys } };
}
