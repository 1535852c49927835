import { isUuid } from '../../../base/uuid.ts';
import type { WishedRight } from '../../../domain/user-rights/index.ts';
import type { Web } from '../../http/web-context.ts';
import type { OpenedOrganisation } from '../open-organisation.ts';
import { errorOfRefusal } from '../right-refusals.ts';
import type { GivingForm, GivingTold } from './giving-form.ts';
import type { PreparedSoFar } from './prepare-giving.ts';

/** Fills in the boxes by a package, or by what a colleague has: nothing is given yet, and every box can be changed. */
export async function fillIn(
  web: Web,
  { by }: OpenedOrganisation,
  {
    form,
    go,
    prepared,
  }: {
    readonly form: GivingForm;
    readonly go: string;
    readonly prepared: PreparedSoFar & { readonly chosen: NonNullable<PreparedSoFar['chosen']> };
  },
): Promise<{ readonly form: GivingForm; readonly told: GivingTold }> {
  const { chosen, people } = prepared;
  if (go.startsWith('package ')) {
    const found = chosen.packages.find(({ code }) => `package ${code}` === go);
    const rights = (found?.rights ?? []).map(({ code }) => ({ right: code, contexts: [], until: null }));
    return { form: withRights(form, rights), told: {} };
  }
  const colleague = form.typed.colleague ?? '';
  const [first] = people;
  const copied =
    first && isUuid(colleague)
      ? await web.world.userRights.copyRights({
          ...{ by, relation: first.id, colleague, application: chosen.application.id, until: null },
        })
      : null;
  if (copied === null) return { form, told: { errors: [{ field: 'colleague', code: 'empty' }] } };
  const leftOut = copied.leftOut.flatMap(({ refusals }) => refusals.map(errorOfRefusal));
  return { form: withRights(form, copied.rights), told: { leftOut } };
}

function withRights(form: GivingForm, wished: readonly WishedRight[]): GivingForm {
  const rights = [...form.lists.rights, ...wished.map(({ right }) => right)];
  const contexts = [
    ...form.lists.contexts,
    ...wished.flatMap(({ right, contexts }) => contexts.map((each) => `${right} ${each}`)),
  ];
  return {
    ...form,
    lists: { ...form.lists, rights: [...new Set(rights)], contexts: [...new Set(contexts)] },
  };
}
