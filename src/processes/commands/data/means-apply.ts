import { X509Certificate } from 'node:crypto';
import { applyProvider, type MeansProvider, type TrustFacts } from '../../../domain/login-means/index.ts';
import type { OrganisationStore } from '../../../domain/organisation/index.ts';
import { readClientKeys } from '../../../files/descriptions/means/client-keys.ts';
import { parseMeansProvider } from '../../../files/descriptions/means/means-file.ts';
import type { CommandContext, ExitCode } from '../../command-line/command.ts';
import { type Applicable, applyFile } from './apply.ts';
import { standingOf } from './means-list.ts';

const providers: Applicable<MeansProvider, 'meansProviders'> = {
  needs: ['meansProviders'],
  reader(file, store) {
    const told = new Map<string, MeansProvider>();
    const findOrganisation: OrganisationStore['findByCode'] = (group, code) =>
      store.inTransaction(['organisations'], ({ organisations }) => organisations.findByCode(group, code));
    return {
      async parse(value) {
        // What the file has told of a provider so far counts, and not what is kept of it.
        const others = (await store.meansProviders.list()).filter(({ code }) => !told.has(code));
        const kept = [...others, ...told.values()];
        const parsed = await parseMeansProvider(value, { file, kept, findOrganisation });
        if (parsed.kind === 'parsed') told.set(parsed.item.code, parsed.item);
        return parsed;
      },
      idOf: (provider) => provider.code,
    };
  },
  put: (stores, provider) => applyProvider(stores.meansProviders, provider, facts),
  show: (provider) => `${provider.code}  ${provider.kind}  ${standingOf(provider, new Date())}`,
  next: 'docs/reference/schemas/means.schema.json says what may stand in it.',
};

const facts: TrustFacts = {
  fingerprintOf: (pem) => new X509Certificate(pem).fingerprint256,
  keysOf({ keys }) {
    const read = readClientKeys(keys.reveal());
    return read.kind === 'read' ? read.keys.map(({ fingerprint }) => fingerprint) : [];
  },
};

/** `sluis means apply FILE [--dry-run]`: adds or changes the providers of login means of a file, all or none. */
export function meansApply(context: CommandContext): Promise<ExitCode> {
  return applyFile(context, providers);
}
