import { randomBytes } from 'node:crypto';
import { later } from '../../base/time.ts';
import {
  KEPT_FORM_MILLISECONDS,
  KEPT_FORMS_PER_OWNER,
  type KeptForm,
  type KeptFormStore,
} from '../../login/index.ts';
import type { StoreContext } from '../ground/context.ts';
import { decodeJson, encodeJson } from '../ground/json.ts';
import { hashId } from '../ground/sealing.ts';
import type { Statement } from '../ground/statement.ts';

const PLACE = 'kept_forms.content_sealed';

const keep: Statement = {
  name: 'kept_forms.keep',
  text: `with most as (
      delete from kept_forms where id_hash in (
        select id_hash from kept_forms where owner_hash = $2 order by expires_at desc, id_hash offset $5 for update skip locked)
    )
    insert into kept_forms (id_hash, owner_hash, content_sealed, expires_at) values ($1, $2, $3, $4)`,
};
const find: Statement = {
  name: 'kept_forms.find',
  readsOnly: true,
  text: 'select content_sealed from kept_forms where id_hash = $1 and expires_at > $2',
};

/** Forms that were not taken, sealed: neither their owner nor their handle is kept. */
export function keptFormsOn({ queries, protection, clock }: StoreContext): KeptFormStore {
  return {
    async keep(owner, form, kept) {
      const handle = randomBytes(16).toString('base64url');
      const id = hashForm(owner, form, handle);
      const sealed = protection.seal(PLACE, id, encodeJson(kept));
      const until = later(clock(), KEPT_FORM_MILLISECONDS);
      await queries.change(keep, [id, hashOwner(owner), sealed, until, KEPT_FORMS_PER_OWNER - 1]);
      return handle;
    },
    async find(owner, form, handle) {
      const id = hashForm(owner, form, handle);
      const row = await queries.first<{ content_sealed: Buffer }>(find, [id, clock()]);
      return row && decodeJson<KeptForm>(protection.open(PLACE, id, row.content_sealed));
    },
  };
}

function hashOwner(owner: string): Buffer {
  return hashId('kept-form-owner', owner);
}

function hashForm(owner: string, form: string, handle: string): Buffer {
  return hashId('kept-form', JSON.stringify([owner, form, handle]));
}
