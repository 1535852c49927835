import type { MiddlewareHandler } from 'hono';

/**
 * Security headers as strict as those of the platform, so that a demo never teaches a bad habit.
 * `formTargets` are the other origins that a form of this site may post to or be redirected to.
 */
export function securityHeaders(formTargets: () => readonly string[]): MiddlewareHandler {
  return async (context, next) => {
    await next();
    // What has a policy of its own, such as a mail in its frame, keeps it.
    if (!context.res.headers.has('Content-Security-Policy'))
      context.header('Content-Security-Policy', contentSecurityPolicy(formTargets()));
    context.header('X-Content-Type-Options', 'nosniff');
    context.header('Referrer-Policy', 'no-referrer');
    if (!context.res.headers.has('Cache-Control')) context.header('Cache-Control', 'no-store');
  };
}

function contentSecurityPolicy(formTargets: readonly string[]): string {
  return [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "script-src 'self'",
    "frame-src 'self'",
    `form-action ${["'self'", ...formTargets].join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
