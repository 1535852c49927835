declare const brand: unique symbol;

/**
 * A value that only its own parser can make: `Brand<string, 'PersonId'>` cannot be confused with any other string.
 * `as` casts to a brand are allowed in the parser that owns it and in the row readers of `store/`, nowhere else.
 */
export type Brand<Value, Name extends string> = Value & { readonly [brand]: Name };
