/**
 * Where a law of this folder is set aside, and why: the law, the file (path in the repository; of a port with `#Type.member`) and the reason.
 * A waiver that nothing needs any more fails too.
 */
export const waivers: readonly { readonly law: string; readonly path: string; readonly reason: string }[] = [
  {
    law: 'file-length',
    path: 'src/web/texts/keys.d.ts',
    reason: 'a line for each text of the pages, written by bin/sluis docs for the compiler to read',
  },
  {
    law: 'ports',
    path: 'src/store/open-store.ts#Store.list',
    reason:
      'by audit.list the seed of the demo sees whether it was there before, and tests read the trail; a server shows no more of it than looks',
  },
];
