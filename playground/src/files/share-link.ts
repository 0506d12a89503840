import { readFileSet, type FileSet } from './file-set.ts';

/** What a link's fragment asks for. A fragment stays in the browser: no server ever sees it. */
export type Linked =
  | { readonly kind: 'files'; readonly files: FileSet }
  | { readonly kind: 'example'; readonly folder: string }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'none' };

/** Octets that a link may unpack to: a few kilobytes can be made to unpack to gigabytes. */
const largestUnpacked = 20_000_000;

/** The fragment that holds a set: JSON, deflated (RFC 1951), in base64url. */
export async function fragmentOf({ files, open }: FileSet): Promise<string> {
  const json = new Blob([JSON.stringify({ files, open })]);
  const packed = new Response(json.stream().pipeThrough(new CompressionStream('deflate-raw')));
  const octets = new Uint8Array(await packed.arrayBuffer());
  let binary = '';
  for (const octet of octets) binary += String.fromCharCode(octet);
  return `#z=${btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`;
}

/** Reads a fragment, `#` included. */
export async function readFragment(fragment: string): Promise<Linked> {
  const [, key, value] = /^#(z|example)=(.*)$/.exec(fragment) ?? [];
  if (value === undefined) return { kind: 'none' };
  if (key === 'example') return { kind: 'example', folder: decodeURIComponent(value) };
  try {
    const files = readFileSet(JSON.parse(await unpack(value)));
    return files === undefined ? { kind: 'damaged' } : { kind: 'files', files };
  } catch {
    // Whatever is wrong with it, a person sees one thing: the link was cut or changed on its way.
    return { kind: 'damaged' };
  }
}

async function unpack(base64: string): Promise<string> {
  const octets = Uint8Array.from(atob(base64.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0));
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for await (const part of new Blob([octets]).stream().pipeThrough(new DecompressionStream('deflate-raw'))) {
    size += part.length;
    if (size > largestUnpacked) throw new Error('The link unpacks to more than it may.');
    parts.push(part);
  }
  return new Blob(parts).text();
}
