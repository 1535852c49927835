/** The key of the tokens in forms, in tests of pages. */
export const formKey = new Uint8Array(32).fill(7);
