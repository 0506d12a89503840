import { request } from 'node:https';

/** Octets of an MTA-STS policy, and milliseconds for all of it (RFC 8461 §3.3: a minute is the most, and 64 KB). */
const LARGEST_POLICY = 65_536,
  PATIENCE = 15_000;

export type Fetched = { readonly text: string } | { readonly why: string };

/**
 * Fetches a domain's MTA-STS policy (RFC 8461 §3.3) from an address of its host `mta-sts.<domain>`: over HTTPS with a certificate for the name, without following redirects, as plain text.
 * `ca`: certificates in PEM that are trusted instead of this machine's.
 */
export function fetchPolicy(domain: string, address: string, port: number, ca: string | undefined): Promise<Fetched> {
  const name = `mta-sts.${domain}`;
  return new Promise((resolve) => {
    const asked = request(
      {
        host: address,
        port,
        servername: name,
        path: '/.well-known/mta-sts.txt',
        headers: { Host: name, 'User-Agent': 'zonewright' },
        ...(ca === undefined ? {} : { ca }),
        agent: false,
      },
      (response) => {
        const { statusCode = 0, headers } = response,
          type = headers['content-type'] ?? '';
        const end = (outcome: Fetched): void => {
          clearTimeout(timer);
          resolve(outcome);
          asked.destroy();
        };
        if (statusCode !== 200)
          return end({
            why:
              statusCode >= 300 && statusCode < 400
                ? `${name} redirects, which senders don't follow`
                : `${name} answers ${statusCode}`,
          });
        if (!/^text\/plain\s*(?:;|$)/i.test(type))
          return end({ why: `${name} sends ${type === '' ? 'no type' : type}, not text/plain` });
        const parts: Buffer[] = [];
        let length = 0;
        response.on('data', (part: Buffer) => {
          length += part.length;
          if (length > LARGEST_POLICY) end({ why: `${name} sends more than 64 KB` });
          else parts.push(part);
        });
        response.on('end', () => end({ text: Buffer.concat(parts).toString('utf8') }));
        response.on('error', (error) => end({ why: error.message }));
      },
    );
    const timer = setTimeout(() => {
      resolve({ why: `${name} didn't answer` });
      asked.destroy();
    }, PATIENCE);
    asked.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      resolve({ why: words(error, name) });
    });
    asked.end();
  });
}

function words(error: NodeJS.ErrnoException, name: string): string {
  switch (error.code) {
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return `the certificate isn't for ${name}`;
    case 'CERT_HAS_EXPIRED':
      return `the certificate of ${name} has expired`;
    case 'ECONNREFUSED':
      return `${name} accepts no connections on that port`;
    default:
      return error.message;
  }
}
