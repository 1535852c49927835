import type { EventContent } from '../../../domain/audit/index.ts';
import { type DescriptionReader, readDescriptions } from '../../../files/descriptions/read-descriptions.ts';
import type { Store, Stores } from '../../../store/index.ts';
import { type CommandContext, type ExitCode, exitCodes } from '../../command-line/command.ts';
import { withStore } from '../../database/with-store.ts';
import { operatorEvents } from '../operator-event.ts';
import { refuseFile } from './refuse-file.ts';

type Change = 'added' | 'changed' | 'unchanged';
/** What became of an item, with some lines more for the person at the terminal where a change needs a second look. */
type Put = {
  readonly change: Change;
  readonly events: readonly EventContent[];
  readonly note?: string;
  /** The same as --json tells it, where lines would not do. */
  readonly effects?: unknown;
};

/** A kind of thing that is described in files: how it is read, kept and told. */
export type Applicable<Item, Needed extends keyof Stores = keyof Stores> = {
  /** The stores that keeping an item needs. */
  readonly needs: readonly Needed[];
  /** How an item is read; with the store at hand, for what the file leaves as it is. */
  reader(file: string, store: Store): DescriptionReader<Item>;
  /** Keeps an item at this moment, and says what the trail must tell of it: nothing when nothing changed. */
  put(stores: Pick<Stores, Needed>, item: Item, at: Date): Promise<Put>;
  /** A few words for the person at the terminal. */
  show(item: Item): string;
  /** Where the format of the file is written down. */
  readonly next: string;
};

/** Thrown to undo a dry run. */
class DryRun extends Error {}

/** Applies a whole file or nothing of it, with its audit events, in one transaction. */
export function applyFile<Item, Needed extends keyof Stores>(
  context: CommandContext,
  kind: Applicable<Item, Needed>,
): Promise<ExitCode> {
  const [file = ''] = context.operands;
  return withStore(context, async (store) => {
    const reader = kind.reader(file, store);
    const read = await readDescriptions(file, reader);
    if (read.kind === 'refused') return refuseFile(context.output, file, read.problems, kind.next);
    const isDryRun = context.options['dry-run'] === true;
    const changes = await keep(store, read.items, kind, isDryRun);
    for (const { item, change, note } of changes) {
      context.output.say(`${change.padEnd(9)} ${kind.show(item)}`);
      for (const line of note?.split('\n') ?? []) context.output.say(`${' '.repeat(10)}${line}`);
    }
    if (isDryRun) context.output.say('This was a dry run: nothing was kept.');
    context.output.result({
      dryRun: isDryRun,
      applied: changes.map(({ item, ...rest }) => ({ id: reader.idOf(item), ...rest })),
    });
    return exitCodes.done;
  });
}

type Kept<Item> = Omit<Put, 'events'> & { readonly item: Item };

async function keep<Item, Needed extends keyof Stores>(
  store: Store,
  items: readonly Item[],
  kind: Applicable<Item, Needed>,
  isDryRun: boolean,
): Promise<readonly Kept<Item>[]> {
  const changes: Kept<Item>[] = [];
  const event = operatorEvents();
  try {
    await store.inTransaction([...kind.needs, 'audit'], async (stores) => {
      for (const item of items) {
        const { events, ...rest } = await kind.put(stores, item, store.clock());
        changes.push({ item, ...rest });
        if (events.length > 0) await stores.audit.record(...events.map(event));
      }
      if (isDryRun) throw new DryRun();
    });
  } catch (error) {
    if (!(error instanceof DryRun)) throw error;
  }
  return changes;
}
