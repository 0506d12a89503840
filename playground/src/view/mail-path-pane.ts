import { style } from '../../../client/src/mail-path/style.ts';
import { element } from '../../../client/src/mail-path/webview/elements.ts';
import { MailPathDrawing } from '../../../client/src/mail-path/webview/mail-path-drawing.ts';
import type {
  DocumentPlace,
  MailPathMethod,
  MailPathParams,
  MailPathResult,
} from '../../../server/src/lsp/protocol/messages.ts';
import type { Workspace } from '../files/workspace.ts';
import type { LanguageServer } from '../language/language-server.ts';

const mailPath: MailPathMethod = 'zonewright/mailPath';
/** Milliseconds in which several reasons to draw count as one. */
const together = 120;

/** The mail path of the file that's shown, or of the last one that had any. */
export class MailPathPane {
  private readonly server: LanguageServer;
  private readonly workspace: Workspace;
  private readonly drawing: MailPathDrawing;
  private readonly isVisible: () => boolean;
  private uri: string | undefined;
  private domain: string | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;

  constructor(
    host: HTMLElement,
    server: LanguageServer,
    workspace: Workspace,
    open: (place: DocumentPlace) => void,
    isVisible: () => boolean,
  ) {
    this.server = server;
    this.workspace = workspace;
    this.isVisible = isVisible;
    document.head.append(element('style', {}, `@scope (.mail-path) { ${style.replace('body {', ':scope {')} }`));
    this.drawing = new MailPathDrawing(host, 2, {
      open,
      choose: (domain) => this.show(this.uri, domain),
    });
    server.onMailChanged(() => this.drawSoon());
    workspace.onActivated(() => this.drawSoon());
    workspace.onFolderMoved(() => {
      this.uri = undefined;
      this.domain = undefined;
    });
  }

  show(uri: string | undefined, domain: string | undefined): void {
    this.uri = uri;
    this.domain = domain;
    this.drawSoon();
  }

  drawSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.draw(), together);
  }

  private async draw(): Promise<void> {
    if (!this.isVisible()) return;
    const asked = ++this.asked,
      active = this.workspace.active?.uri.toString(),
      /** A reverse zone has no mail of its own: then what's drawn stays. */
      tried = [active, this.uri].filter((uri) => uri !== undefined);
    for (const uri of uri1st(tried, this.uri, this.domain)) {
      const path = await this.ask(uri, uri === this.uri ? this.domain : undefined);
      if (asked !== this.asked) return;
      if (path === null) continue;
      if (uri !== this.uri) this.domain = undefined;
      this.uri = uri;
      return this.drawing.show(path);
    }
    this.drawing.showNothing("This file isn't a zone with mail, or its zone name is unknown.");
  }

  private ask(uri: string, domain: string | undefined): Promise<MailPathResult | null> {
    if (this.workspace.at(uri) === undefined) return Promise.resolve(null);
    const params: MailPathParams = { uri, ...(domain === undefined ? {} : { domain }) };
    return this.server.request<MailPathResult | null>(mailPath, params);
  }
}

/** What was asked for by name comes first. */
function uri1st(tried: readonly string[], uri: string | undefined, domain: string | undefined): readonly string[] {
  return domain === undefined || uri === undefined ? [...new Set(tried)] : [...new Set([uri, ...tried])];
}
