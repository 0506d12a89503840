import type { FromView, ToView, ViewMemory } from '../drawing.ts';
import { MailPathDrawing } from './mail-path-drawing.ts';

declare function acquireVsCodeApi(): {
  postMessage(message: FromView): void;
  getState(): ViewMemory | undefined;
  setState(state: ViewMemory): void;
};

const api = acquireVsCodeApi();
const drawing = new MailPathDrawing(document.body, 1, {
  open: (place) => api.postMessage({ kind: 'open', place }),
  choose: (domain) => api.postMessage({ kind: 'domain', domain }),
});

function take(message: ToView): void {
  if (message.kind === 'path') {
    drawing.show(message.path);
    api.setState({ uri: message.uri, domain: message.path.domain });
  } else drawing.showNothing(message.reason);
  api.postMessage({ kind: 'drawn', drawn: drawing.drawn(message.kind === 'path' ? message.path.domain : '') });
}

// The page's only sender of messages is the editor around it.
addEventListener('message', ({ data }: MessageEvent<ToView>) => take(data));
api.postMessage({ kind: 'ready', memory: api.getState() ?? null });
