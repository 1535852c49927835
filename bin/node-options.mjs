/**
 * How Node runs whatever is started here. Most of what a request makes is garbage when it is answered: with a young generation that is large
 * from the start it is collected less often, and less of it is copied because a request was just under way.
 */
export const nodeOptions = ['--disable-warning=ExperimentalWarning', '--min-semi-space-size=32'];
