import { unpackedAddress } from './unpack.ts';

// The page's program is packed. This script unpacks it and starts it.
try {
  await import(await unpackedAddress('app.js', 'text/javascript'));
} catch (error) {
  const status = document.getElementById('status');
  if (status !== null)
    status.textContent = `The playground didn't start: ${error instanceof Error ? error.message : String(error)}`;
}
