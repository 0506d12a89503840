/** Questions that more than one wizard asks. */

import type { MailContext, MailPolicy, MailProvider, SpfAll } from '../../../server/src/lsp/protocol/messages.ts';
import type { Answer, Choice } from './asker.ts';
import type { MailServer } from './mail-server.ts';
import { valuesIn } from './mail-server.ts';
import type { Step } from './steps.ts';

/** The answer put into the state. */
export function into<T, S>(answer: Answer<T>, put: (value: T) => S): Answer<S> {
  return answer.kind === 'answer' ? { kind: 'answer', value: put(answer.value) } : answer;
}

/** Senders as the lists offer them: the mail hosts, each provider, and what is asked for in a step of its own. */
export interface SenderChoice {
  readonly senders: readonly string[];
  readonly addresses: readonly string[];
  readonly includes: readonly string[];
}

export const noSenders: SenderChoice = { senders: [], addresses: [], includes: [] };

const mailHosts = 'mail-hosts',
  addresses = 'addresses',
  includes = 'includes';

export function senderChoices(providers: readonly MailProvider[], ofMailHosts: Choice | undefined): readonly Choice[] {
  const sending = providers.filter(({ sends }) => sends);
  return [
    ...(ofMailHosts === undefined ? [] : [{ ...ofMailHosts, value: mailHosts }]),
    {
      value: addresses,
      label: 'Other addresses…',
      detail: 'Web servers, printers, offices: anything that sends directly. You enter them next.',
    },
    {
      value: includes,
      label: 'Another service, by its SPF domain…',
      detail: 'The domain after "include:" in its instructions. You enter it next.',
    },
    ...sending.map(
      ({ id, name }, k): Choice => ({
        value: `provider:${id}`,
        label: name,
        ...(k === 0 ? { section: 'Providers' } : {}),
      }),
    ),
  ];
}

/** What the language server takes senders as. */
export function sendersOf({ senders, addresses: written, includes: domains }: SenderChoice): {
  readonly mailHosts: boolean;
  readonly addresses: readonly string[];
  readonly providers: readonly string[];
  readonly includes: readonly string[];
} {
  return {
    mailHosts: senders.includes(mailHosts),
    addresses: senders.includes(addresses) ? written : [],
    includes: senders.includes(includes) ? domains : [],
    providers: senders.filter((value) => value.startsWith('provider:')).map((value) => value.slice('provider:'.length)),
  };
}

export const sendsAny = ({ senders }: SenderChoice): boolean => senders.length > 0;

/** The steps that ask for what a list of senders has left open. */
export function senderSteps<S extends { readonly choice: SenderChoice }>(
  server: MailServer,
  { choice }: S,
): readonly Step<S>[] {
  const steps: Step<S>[] = [];
  const put = (state: S, part: Partial<SenderChoice>): S => ({ ...state, choice: { ...state.choice, ...part } });
  if (choice.senders.includes(addresses)) {
    steps.push({
      id: 'addresses',
      ask: async (asker, question, state) =>
        into(
          await asker.enter({
            ...question,
            prompt: 'Which addresses send?',
            placeholder: '192.0.2.25, 2001:db8::25',
            value: state.choice.addresses.join(', '),
            check: (text) => server.required('addresses', text, 'Enter an address, or go back and deselect this.'),
          }),
          (text) => put(state, { addresses: valuesIn(text) }),
        ),
    });
  }
  if (choice.senders.includes(includes)) {
    steps.push({
      id: 'includes',
      ask: async (asker, question, state) =>
        into(
          await asker.enter({
            ...question,
            prompt: 'Which SPF domains to include?',
            placeholder: '_spf.example.com',
            value: state.choice.includes.join(', '),
            check: (text) => server.required('domains', text, 'Enter a domain, or go back and deselect this.'),
          }),
          (text) => put(state, { includes: valuesIn(text).map((value) => value.replace(/^include:/i, '')) }),
        ),
    });
  }
  return steps;
}

const policies: readonly (Choice & { readonly value: MailPolicy })[] = [
  {
    value: 'none',
    label: 'Monitor only',
    description: 'p=none',
    detail: 'Receivers deliver mail that fails, and reports show who sends. Start here.',
  },
  {
    value: 'quarantine',
    label: 'To the spam folder',
    description: 'p=quarantine',
    detail: 'Receivers treat mail that fails as spam, where you can still find mistakes.',
  },
  {
    value: 'reject',
    label: 'Refuse',
    description: 'p=reject',
    detail: 'Receivers refuse mail that fails. For when the reports show no legitimate mail that fails.',
  },
];

export function policyStep<S>(
  id: string,
  prompt: string,
  suggested: MailPolicy,
  put: (state: S, policy: MailPolicy) => S,
): Step<S> {
  return {
    id,
    ask: async (asker, question, state) =>
      into(await asker.choose({ ...question, prompt, choices: policies, suggested }), (value) =>
        put(state, policies.find((policy) => policy.value === value)?.value ?? suggested),
      ),
  };
}

export function reportsStep<S extends { readonly reports: readonly string[] }>(server: MailServer): Step<S> {
  return {
    id: 'reports',
    ask: async (asker, question, state) =>
      into(
        await asker.enter({
          ...question,
          prompt: `Where should reports about this domain's mail go? Leave empty for none.`,
          placeholder: 'dmarc-reports@example.com',
          value: state.reports.join(', '),
          check: (text) => server.problem('mailboxes', text),
        }),
        (text) => ({ ...state, reports: valuesIn(text) }),
      ),
  };
}

const alls: readonly (Choice & { readonly value: SpfAll })[] = [
  {
    value: '-',
    label: 'No other host may send',
    description: '-all',
    detail: 'Receivers may refuse their mail (fail).',
  },
  {
    value: '~',
    label: 'Other hosts probably may not send',
    description: '~all',
    detail: 'Receivers accept their mail, but treat it as suspicious (softfail).',
  },
  {
    value: '?',
    label: 'No statement about other hosts',
    description: '?all',
    detail: 'As if there were no SPF record (neutral).',
  },
];

export function allStep<S>(suggested: SpfAll, put: (state: S, all: SpfAll) => S): Step<S> {
  return {
    id: 'all',
    ask: async (asker, question, state) =>
      into(
        await asker.choose({ ...question, prompt: 'What about all other hosts?', choices: alls, suggested }),
        (value) => put(state, alls.find((all) => all.value === value)?.value ?? suggested),
      ),
  };
}

/** Which domain, where the zone has several. `renewed`: the state for another one. */
export function domainStep<S extends { readonly context: MailContext }>(
  server: MailServer,
  renewed: (state: S, context: MailContext) => S,
): Step<S> {
  return {
    id: 'domain',
    ask: async (asker, question, state) => {
      const answer = await asker.choose({
        ...question,
        prompt: 'For which domain?',
        choices: state.context.domains.map((domain) => ({ value: domain, label: domain })),
        suggested: state.context.domain,
      });
      if (answer.kind !== 'answer') return answer;
      const context =
        answer.value === state.context.domain ? undefined : await server.context({ domain: answer.value });
      return { kind: 'answer', value: context === undefined || context === null ? state : renewed(state, context) };
    },
  };
}
