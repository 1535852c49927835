import type { MeansKind, TileOffer } from '../../../domain/login-means/index.ts';
import type { BrowserBinding, LoginStanding } from '../../../login/index.ts';
import type { OpenAct } from '../../http/area.ts';
import type { FormFields } from '../../http/read-form.ts';
import type { Web, WebContext } from '../../http/web-context.ts';

/** A tile that somebody pressed, in the browser of its login. */
export type AtTile = {
  readonly standing: Extract<LoginStanding, { readonly kind: 'standing' }>;
  readonly offer: TileOffer;
  readonly binding: BrowserBinding;
  /** The address of the login. */
  readonly path: string;
};

/** A form of the page of a tile, which passed the checks of every form. */
export type AtForm = AtTile & { readonly fields: FormFields };

/** The pages of one kind of login means. */
export type PagesOfMeans = {
  readonly kind: MeansKind;
  /**
   * `GET /login/:id/means/:tile`: the page of a tile that can be used, or the way to its provider. It may be asked for by anything that looks
   * at links, and on behalf of other sites: what leaves asks `isFollowed` first.
   */
  enter(web: Web, context: WebContext, at: AtTile): Response | Promise<Response>;
  /** `POST /login/:id/means/:tile`: a form of that page. */
  submit?(web: Web, context: WebContext, at: AtForm): Response | Promise<Response>;
  /** Its other addresses, such as the one where a provider sends people back to. */
  readonly routes?: OpenAct;
};
