import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeKeyFile } from '../../src/files/keys/key-file.ts';
import { commands } from '../../src/processes/command-line/commands.ts';
import { dispatch } from '../../src/processes/command-line/dispatch.ts';
import { makeKeySet } from '../../src/processes/keys/make-keys.ts';
import { openKeys } from '../../src/processes/keys/open-keys.ts';
import { openStore, type Store } from '../../src/store/index.ts';
import { type Ending, freshDatabase } from './database.ts';

/** What a command printed and how it ended. */
export type Typed = { readonly code: number; readonly out: string; readonly error: string };

/** A database, keys and a folder of files, with the real command line on them. */
export type CommandWorld = {
  readonly store: Store;
  /** Asks a store that was opened just now: it remembers nothing of before. */
  fresh<Answer>(ask: (store: Store) => Promise<Answer>): Promise<Answer>;
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Types a command as in a shell, words parted by spaces. */
  type(line: string): Promise<Typed>;
  /** The same with `--json`, parsed. */
  typeJson(line: string): Promise<{ readonly code: number; readonly value: Record<string, unknown> }>;
  /** Writes a file in the folder; answers with its path. */
  put(name: string, content: unknown): Promise<string>;
};

/** Opens such a world; everything goes away when the test file ends. */
export async function openCommandWorld(ending: Ending): Promise<CommandWorld> {
  const database = await freshDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'sluis-commands-'));
  const keyFile = join(folder, 'keys.json');
  const keys = await makeKeySet(new Date());
  await writeKeyFile(keyFile, keys);
  const open = () => openStore({ url: database.url, keys: openKeys(keys).store, clock: () => new Date() });
  const store = await open();
  ending.after(async () => {
    await store.close();
    await database.drop();
    await rm(folder, { recursive: true });
  });
  const environment = { SLUIS_DATABASE_URL: database.url, SLUIS_KEYS: keyFile, SLUIS_DATA: folder };
  const type = async (line: string): Promise<Typed> => {
    const printed = { out: '', error: '' };
    const print = (stream: keyof typeof printed) => (text: string) => {
      printed[stream] += text;
    };
    const io = { out: print('out'), error: print('error'), environment };
    const code = await dispatch(commands, line.split(' '), io);
    return { code, ...printed };
  };
  return {
    store,
    async fresh(ask) {
      const opened = await open();
      try {
        return await ask(opened);
      } finally {
        await opened.close();
      }
    },
    folder,
    environment,
    type,
    async typeJson(line) {
      const { code, out } = await type(`${line} --json`);
      return { code, value: JSON.parse(out) as Record<string, unknown> };
    },
    async put(name, content) {
      const path = join(folder, name);
      await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
      return path;
    },
  };
}
