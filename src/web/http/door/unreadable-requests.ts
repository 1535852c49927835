import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { correlationCode } from '../../../base/correlation.ts';
import { codeOf, nameError } from '../../../base/error-code.ts';
import { openLanguages, type SpokenLanguage, type SpokenLanguages } from '../../../base/language.ts';
import { pageLanguage } from '../page-language.ts';
import type { ProblemPages } from './problem-pages.ts';

const phrases = {
  400: 'Bad Request',
  408: 'Request Timeout',
  413: 'Content Too Large',
  431: 'Request Header Fields Too Large',
  500: 'Internal Server Error',
} as const;
type Status = keyof typeof phrases;

/** What the parser of HTTP makes of what it cannot take. */
const statuses: Readonly<Record<string, Status>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** A page with a reference for what never became a request to a route, as every other refusal has one. */
export type UnreadableRequests = {
  /** On a connection whose bytes are no request; where an answer went out already it is closed. */
  refuse(error: Error & { readonly rawPacket?: Buffer }, socket: Duplex): void;
  /** For a request whose address or host cannot be read, or that broke outside of every route. */
  respond(error: unknown): Response;
  answer(response: ServerResponse, status: Status): void;
};

export function openUnreadableRequests({
  pages,
  log,
  languages = openLanguages(),
}: {
  readonly pages: ProblemPages;
  readonly languages?: SpokenLanguages;
  readonly log: { error(fields: object, message: string): void };
}): UnreadableRequests {
  const tell = (status: Status, language: SpokenLanguage, error: unknown) => {
    const correlation = correlationCode(randomBytes(8));
    log.error({ correlation, status, ...nameError(error) }, 'no request could be read');
    const problem = status === 500 ? 'server-error' : status === 400 ? 'request-refused' : 'too-large';
    const page = pages.protocolProblem({ problem, language, correlation, reload: '/' });
    return { page, headers: { ...pages.headers(null), 'content-length': String(Buffer.byteLength(page)) } };
  };
  return {
    refuse(error, socket) {
      // Whoever went away, or was answered already, hears nothing more.
      if (codeOf(error) === 'ECONNRESET' || !socket.writable || isAnswered(socket)) {
        socket.destroy();
        return;
      }
      const status = statuses[codeOf(error) ?? ''] ?? 400;
      const { page, headers } = tell(status, languageIn(error.rawPacket, languages), error);
      const lines = Object.entries({ ...headers, connection: 'close' }).map(
        ([name, value]) => `${name}: ${value}\r\n`,
      );
      socket.end(`HTTP/1.1 ${status} ${phrases[status]}\r\n${lines.join('')}\r\n${page}`);
    },
    respond(error) {
      const status = error instanceof Error && error.name === 'RequestError' ? 400 : 500;
      const { page, headers } = tell(status, 'nl', error);
      return new Response(page, { status, headers });
    },
    answer(response, status) {
      const { page, headers } = tell(status, 'nl', null);
      response.writeHead(status, headers);
      response.end(page);
    },
  };
}

/** Bytes of an answer stand on the line already: a second one would be read as part of it. */
function isAnswered(socket: Duplex): boolean {
  return (
    'bytesWritten' in socket &&
    Number(socket.bytesWritten) > 0 &&
    '_httpMessage' in socket &&
    socket._httpMessage !== null
  );
}

/** The language in what was sent, where so much of it can be made out. */
function languageIn(packet: Buffer | undefined, languages: SpokenLanguages): SpokenLanguage {
  const [, accepted = ''] =
    /\r\naccept-language: ?([\x20-\x7e]{1,200})/i.exec(packet?.toString('latin1') ?? '') ?? [];
  const request = new Request('http://sluis.invalid', { headers: { 'accept-language': accepted } });
  return pageLanguage(request, languages);
}
