import type {
  CheckMailAnswerMethod,
  CheckMailAnswerParams,
  CheckMailAnswerResult,
  HostsWithoutAddressMethod,
  HostsWithoutAddressResult,
  MailContext,
  MailContextMethod,
  MailContextParams,
  MailPlan,
  MailTask,
  PastedKey,
  PlanMailMethod,
  ReadDkimMethod,
} from '../../../server/src/lsp/protocol/messages.ts';
import type { LanguageServer } from '../language-server.ts';

const mailContext: MailContextMethod = 'zonewright/mailContext',
  planMail: PlanMailMethod = 'zonewright/planMail',
  readDkim: ReadDkimMethod = 'zonewright/readDkim';
const checkMailAnswer: CheckMailAnswerMethod = 'zonewright/checkMailAnswer',
  hostsWithoutAddress: HostsWithoutAddressMethod = 'zonewright/hostsWithoutAddress';

/** What a wizard asks of the language server about one document. */
export class MailServer {
  private readonly server: LanguageServer;
  private readonly uri: string;

  constructor(server: LanguageServer, uri: string) {
    this.server = server;
    this.uri = uri;
  }

  context(where: Pick<MailContextParams, 'domain' | 'position'>): Promise<MailContext | null> {
    return this.server.request(mailContext, { uri: this.uri, ...where });
  }

  plan(domain: string, task: MailTask): Promise<MailPlan> {
    return this.server.request(planMail, { uri: this.uri, domain, task });
  }

  hostsWithoutAddress(domain: string, hosts: readonly string[]): Promise<HostsWithoutAddressResult> {
    return this.server.request(hostsWithoutAddress, { uri: this.uri, domain, hosts });
  }

  readDkim(pasted: string): Promise<PastedKey | null> {
    return this.server.request(readDkim, { pasted });
  }

  /** What is wrong with an answer. */
  async problem(kind: CheckMailAnswerParams['kind'], text: string): Promise<string | undefined> {
    return (
      (await this.server.request<CheckMailAnswerResult>(checkMailAnswer, { uri: this.uri, kind, text })) ?? undefined
    );
  }

  /** For answers that may not be left out. */
  async required(kind: CheckMailAnswerParams['kind'], text: string, missing: string): Promise<string | undefined> {
    return text.trim() === '' ? missing : this.problem(kind, text);
  }
}

/** Values that a person wrote one after the other. */
export function valuesIn(text: string): readonly string[] {
  return text.split(/[\s,;]+/).filter((value) => value !== '');
}
