/**
 * How Node runs whatever is started here. Most of what a request makes is garbage when it is answered: with a young generation of 16 MB from
 * the start, and not only once much of it survived, it is collected some ten times less often.
 */
export const nodeOptions = ['--disable-warning=ExperimentalWarning', '--min-semi-space-size=16'];
