import { registerLanguage } from './editor/zone-editor.ts';
import { colorByGrammar } from './language/grammar.ts';
import { LanguageServer } from './language/language-server.ts';
import { registerProviders } from './language/providers.ts';
import { followColorScheme } from './language/themes.ts';
import { Playground } from './playground.ts';
import { unpackedAddress, unpackedOctets, unpackedText } from './unpack.ts';

const [serverAddress, editorWorker] = await Promise.all([
  unpackedAddress('server.js', 'text/javascript'),
  unpackedAddress('editor-worker.js', 'text/javascript'),
]);
Object.assign(globalThis, { MonacoEnvironment: { getWorker: () => new Worker(editorWorker, { type: 'module' }) } });

registerLanguage();
followColorScheme();
const playground = new Playground();
await playground.openFirst();
const { server, capabilities } = await LanguageServer.start(new Worker(serverAddress), playground.workspace);
registerProviders(server, playground.connect(server), capabilities);
await colorByGrammar('dns-zone', await unpackedText('grammar.json'), await unpackedOctets('onig.wasm'));
if ('serviceWorker' in navigator && isSecureContext) await navigator.serviceWorker.register('service-worker.js');
