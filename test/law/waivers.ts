/**
 * Where a law of this folder is set aside, and why: the law, the file (path in the repository) and the reason.
 * A waiver that nothing needs any more fails too.
 */
export const waivers: readonly { readonly law: string; readonly path: string; readonly reason: string }[] = [
  {
    law: 'file-length',
    path: 'src/web/texts/keys.d.ts',
    reason: 'a line for each text of the pages, written by bin/sluis docs for the compiler to read',
  },
];
