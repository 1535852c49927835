import type { PersonSessionKind, PersonSessions } from '../../../login/index.ts';
import type { WebWorld } from '../web-world.ts';

/** Pages that anybody opens who proves who they are: where they begin, and what their session is. */
export type PersonPlace<Path extends string> = {
  readonly kind: PersonSessionKind;
  /** Its first page; every address of it begins so. */
  readonly home: Path;
  readonly parse: (text: string) => Path | null;
  readonly sessions: (world: WebWorld) => Omit<PersonSessions<Path>, 'waiting'>;
  /** The fields of its forms that may come more than once. */
  readonly repeated: readonly string[];
};

type At<Path extends string> = Pick<PersonPlace<Path>, 'home'>;

/** The way to a login, and where it leads. */
export function loginPath<Path extends string>({ home }: At<Path>, to: Path | null): string {
  return `${home}/login?to=${encodeURIComponent(to ?? home)}`;
}

/** The same for a login that is asked though somebody is logged in. */
export function freshLoginPath<Path extends string>(place: At<Path>, to: Path): string {
  return `${loginPath(place, to)}&fresh=1`;
}

/** The page that says why another login is needed, and leads to it. */
export function againPath<Path extends string>({ home }: At<Path>, to: Path | null): string {
  return `${home}/again?to=${encodeURIComponent(to ?? home)}`;
}
