import type { MailContext, MailPolicy, SetUpMailTask } from '../../../server/src/lsp/protocol/messages.ts';
import type { Choice } from './asker.ts';
import type { MailServer } from './mail-server.ts';
import { valuesIn } from './mail-server.ts';
import type { SenderChoice } from './questions.ts';
import {
  domainStep,
  into,
  noSenders,
  policyStep,
  reportsStep,
  senderChoices,
  sendersOf,
  senderSteps,
  sendsAny,
} from './questions.ts';
import type { Step } from './steps.ts';
import type { Wizard } from './wizard.ts';

interface State {
  readonly context: MailContext;
  /** Whether the domain is asked for: where the zone has several. */
  readonly asksDomain: boolean;
  /** `hosts`, `nobody` or `provider:ID`. */
  readonly receiver: string;
  readonly hosts: readonly string[];
  /** The hosts that lack an address, with those that they get. */
  readonly lacking: readonly { readonly host: string; readonly addresses: readonly string[] }[];
  readonly choice: SenderChoice;
  readonly policy: MailPolicy;
  readonly reports: readonly string[];
}

/** Who receives, who sends, how strict, where reports go: everything that a domain's mail needs, at once. */
export const setUpMail: Wizard<State> = {
  title: 'Set Up Mail',
  begin,
  steps: (state, server) => {
    const closed = state.receiver === 'nobody' && !sendsAny(state.choice);
    return [
      ...(state.asksDomain ? [domainStep<State>(server, (_, context) => begin(context))] : []),
      receiverStep,
      ...(state.receiver === 'hosts'
        ? [hostsStep(server), ...state.lacking.map((_, k) => addressStep(server, k))]
        : []),
      sendersStep,
      ...senderSteps(server, state),
      ...(closed
        ? []
        : [
            policyStep<State>(
              'policy',
              'What should receivers do with forged mail?',
              state.policy,
              (before, policy) => ({ ...before, policy }),
            ),
          ]),
      reportsStep<State>(server),
    ];
  },
  task: ({ context, receiver, hosts, lacking, choice, policy, reports }) => ({
    domain: context.domain,
    task: {
      kind: 'setUp',
      receiver: receiverOf(receiver, hosts, lacking),
      senders: sendersOf(choice),
      policy,
      reports,
    },
  }),
};

function begin(context: MailContext): State {
  return {
    context,
    asksDomain: context.domains.length > 1,
    receiver: 'hosts',
    hosts: context.mailHosts.length > 0 ? context.mailHosts : context.likelyHosts.slice(0, 1),
    lacking: [],
    choice: { ...noSenders, senders: ['mail-hosts'] },
    policy: context.dmarc?.policy ?? 'none',
    reports: context.reports,
  };
}

function receiverOf(receiver: string, hosts: readonly string[], lacking: State['lacking']): SetUpMailTask['receiver'] {
  if (receiver === 'nobody') return { kind: 'nobody' };
  if (receiver.startsWith('provider:')) return { kind: 'provider', provider: receiver.slice('provider:'.length) };
  return {
    kind: 'hosts',
    hosts: hosts.map((name) => ({ name, addresses: lacking.find(({ host }) => host === name)?.addresses ?? [] })),
  };
}

const receiverStep: Step<State> = {
  id: 'receiver',
  ask: async (asker, question, state) =>
    into(
      await asker.choose({
        ...question,
        prompt: `Who receives mail for ${state.context.domain}?`,
        choices: receiversOf(state.context),
        suggested: state.receiver,
      }),
      (receiver) => ({
        ...state,
        receiver,
        choice:
          receiver === 'nobody'
            ? { ...state.choice, senders: state.choice.senders.filter((sender) => sender !== 'mail-hosts') }
            : state.choice,
      }),
    ),
};

function receiversOf({ mailHosts, providers }: MailContext): readonly Choice[] {
  return [
    {
      value: 'hosts',
      label: 'My own mail host',
      detail: mailHosts.length > 0 ? `Currently: ${mailHosts.join(', ')}` : 'A host in this zone or any other.',
    },
    { value: 'nobody', label: 'No host', detail: 'The domain receives no mail (null MX).' },
    ...providers
      .filter(({ receives }) => receives)
      .map(
        ({ id, name }, k): Choice => ({
          value: `provider:${id}`,
          label: name,
          ...(k === 0 ? { section: 'Providers' } : {}),
        }),
      ),
  ];
}

function hostsStep(server: MailServer): Step<State> {
  return {
    id: 'hosts',
    ask: async (asker, question, state) => {
      const answer = await asker.enter({
        ...question,
        prompt: 'Which hosts receive the mail? Senders try the first one first.',
        placeholder: 'mail, mail2',
        value: state.hosts.join(', '),
        check: (text) => server.required('hosts', text, 'Enter a host, such as mail.'),
      });
      if (answer.kind !== 'answer') return answer;
      const hosts = valuesIn(answer.value),
        lacking = await server.hostsWithoutAddress(state.context.domain, hosts);
      return {
        kind: 'answer',
        value: {
          ...state,
          hosts,
          lacking: lacking.map((host) => ({
            host,
            addresses: state.lacking.find((before) => before.host === host)?.addresses ?? [],
          })),
        },
      };
    },
  };
}

function addressStep(server: MailServer, index: number): Step<State> {
  return {
    id: 'address',
    ask: async (asker, question, state) =>
      into(
        await asker.enter({
          ...question,
          prompt: `${state.lacking[index]?.host ?? ''} has no address yet. Which addresses does it have?`,
          placeholder: '192.0.2.25, 2001:db8::25',
          value: state.lacking[index]?.addresses.join(', ') ?? '',
          check: (text) => server.problem('addresses', text),
        }),
        (text) => ({
          ...state,
          lacking: state.lacking.map((one, k) => (k === index ? { ...one, addresses: valuesIn(text) } : one)),
        }),
      ),
  };
}

const sendersStep: Step<State> = {
  id: 'senders',
  ask: async (asker, question, state) => {
    const own: Choice =
      state.receiver === 'hosts'
        ? { value: '', label: 'The hosts that receive the mail', detail: 'They also send.' }
        : { value: '', label: 'The provider that receives the mail', detail: 'It also sends.' };
    const choices = senderChoices(
      state.context.providers.filter(({ id }) => `provider:${id}` !== state.receiver),
      state.receiver === 'nobody' ? undefined : own,
    );
    const answer = await asker.chooseSome({
      ...question,
      prompt: `Who sends mail as ${state.context.domain}? Select nothing if it sends no mail.`,
      choices: choices.map((choice) =>
        state.choice.senders.includes(choice.value) ? { ...choice, picked: true } : choice,
      ),
    });
    return into(answer, (senders) => ({ ...state, choice: { ...state.choice, senders } }));
  },
};
