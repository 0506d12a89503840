import * as vscode from 'vscode';
import type { MailContext } from '../../../server/src/lsp/protocol/messages.ts';
import type { MailServer } from './mail-server.ts';
import { domainStep, into } from './questions.ts';
import type { Step } from './steps.ts';
import type { Wizard } from './wizard.ts';

interface State {
  readonly context: MailContext;
  readonly asksDomain: boolean;
  readonly pasted: string;
  readonly selector: string;
  /** What was pasted, in plain words. */
  readonly description: string;
}

/** Publishes a key, or an alias of a provider's key, from whatever form it comes in. */
export const addDkimKey: Wizard<State> = {
  title: 'Add DKIM Key',
  // A key that lies in the clipboard is what a person came for; everything else there is none of our business. A browser would ask for leave to look.
  begin: async (context, server) => {
    const copied = vscode.env.uiKind === vscode.UIKind.Desktop ? await vscode.env.clipboard.readText() : '';
    return {
      context,
      asksDomain: context.domains.length > 1,
      pasted: (await server.problem('dkim', copied)) === undefined ? copied.replace(/\s+/g, ' ') : '',
      selector: '',
      description: '',
    };
  },
  steps: (state, server) => [
    pasteStep(server),
    ...(state.asksDomain ? [domainStep<State>(server, (before, context) => ({ ...before, context }))] : []),
    selectorStep(server),
  ],
  task: ({ context, pasted, selector }) => ({ domain: context.domain, task: { kind: 'dkim', pasted, selector } }),
};

function pasteStep(server: MailServer): Step<State> {
  return {
    id: 'key',
    ask: async (asker, question, state) => {
      const answer = await asker.enter({
        ...question,
        prompt: 'Paste the public key (PEM) or the record from your provider.',
        placeholder: '-----BEGIN PUBLIC KEY----- …  or  s1._domainkey TXT "v=DKIM1; …"',
        value: state.pasted,
        check: (text) => server.required('dkim', text, 'Paste a key.'),
      });
      if (answer.kind !== 'answer') return answer;
      const read = await server.readDkim(answer.value),
        domain = read?.domain ?? undefined;
      // The pasted text may say for which of the zone's domains it is.
      const context =
        domain !== undefined && state.context.domains.includes(domain) && domain !== state.context.domain
          ? ((await server.context({ domain })) ?? state.context)
          : state.context;
      return {
        kind: 'answer',
        value: {
          ...state,
          context,
          pasted: answer.value,
          selector: read?.selector ?? state.selector,
          description: read?.description ?? '',
        },
      };
    },
  };
}

function selectorStep(server: MailServer): Step<State> {
  return {
    id: 'selector',
    ask: async (asker, question, state) =>
      into(
        await asker.enter({
          ...question,
          prompt: `${state.description}. Which selector? It's the one the mail server puts into each signature.`,
          placeholder: 's1',
          value: state.selector,
          check: (text) => server.required('selector', text, 'Enter a selector, such as s1.'),
        }),
        (selector) => ({ ...state, selector: selector.trim() }),
      ),
  };
}
