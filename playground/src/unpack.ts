// Large files are published packed (gzip), since not every server of static files packs them on the way. The ending keeps
// servers from unpacking them, too.

/** Fetches a packed file from beside the page. */
async function unpack(name: string): Promise<Response> {
  const response = await fetch(new URL(`${name}.packed`, document.baseURI));
  if (!response.ok || response.body === null) throw new Error(`${name} can't be loaded (${response.status}).`);
  return new Response(response.body.pipeThrough(new DecompressionStream('gzip')));
}

export const unpackedText = async (name: string): Promise<string> => (await unpack(name)).text();
export const unpackedOctets = async (name: string): Promise<ArrayBuffer> => (await unpack(name)).arrayBuffer();

/** An address within this page under which the unpacked file can be run. */
export async function unpackedAddress(name: string, type: string): Promise<string> {
  return URL.createObjectURL(new Blob([await unpackedOctets(name)], { type }));
}
