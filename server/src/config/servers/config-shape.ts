/** Enough lines to tell a language by. */
const LINES = 200;

/** What can begin a section of nsd.conf or knot.conf. */
const section =
  /^(?:- )?(?:acl|cookie-secret|database|include|key|keystore|log|mod-[a-z-]+|pattern|policy|remote|remote-control|remotes|server|statistics|submission|template|tls-auth|verify|xdp|zone):/;

/**
 * Whether a file that a configuration only points at reads like a part of a name server's configuration. A stranger's configuration may include any file,
 * and what is none must not be quoted.
 */
export function readsLikeServerConfig(text: string): boolean {
  const lines = text
    .replace(/^\ufeff/, '')
    .replace(/\/\*[\s\S]*?(?:\*\/|$)/g, ' ')
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/(?:#|\/\/).*/, '').trim())
    .filter((line) => line !== '')
    .slice(0, LINES);
  const statements = lines.filter((line) => /[;{}]$/.test(line)).length,
    pairs = lines.filter((line) => /^(?:- )?[a-z][\w-]*:(?:\s|$)/.test(line)).length;
  return (
    3 * statements >= 2 * lines.length || (3 * pairs >= 2 * lines.length && lines.some((line) => section.test(line)))
  );
}
