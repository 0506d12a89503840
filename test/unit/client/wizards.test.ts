import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Answer, Asker, ChoiceQuestion, Question, TextQuestion } from '../../../client/src/wizards/asker.ts';
import { answered } from '../../../client/src/wizards/asker.ts';
import { editSpf } from '../../../client/src/wizards/edit-spf.ts';
import { GivenAnswersAsker } from '../../../client/src/wizards/given-answers.ts';
import type { GivenAnswers } from '../../../client/src/wizards/given-answers.ts';
import { MailServer } from '../../../client/src/wizards/mail-server.ts';
import { setUpDmarc } from '../../../client/src/wizards/set-up-dmarc.ts';
import { setUpMail } from '../../../client/src/wizards/set-up-mail.ts';
import { walkSteps } from '../../../client/src/wizards/steps.ts';
import type { Step } from '../../../client/src/wizards/steps.ts';
import type { Wizard } from '../../../client/src/wizards/wizard.ts';
import type { MailContext, MailTask } from '../../../server/src/lsp/protocol/messages.ts';

const context: MailContext = {
  domain: 'example.com',
  domains: ['example.com'],
  mailHosts: [],
  likelyHosts: ['mail.example.com'],
  spf: null,
  dmarc: null,
  reports: ['dmarc-reports@example.com'],
  providers: [
    { id: 'google', name: 'Google Workspace', receives: true, sends: true },
    { id: 'sendgrid', name: 'SendGrid', receives: false, sends: true },
  ],
};

/** A server that knows which hosts lack an address, and finds fault with nothing. */
function server(lacking: readonly string[] = []): MailServer {
  const request = (method: string): Promise<unknown> =>
    Promise.resolve(method === 'zonewright/hostsWithoutAddress' ? lacking : null);
  return new MailServer(
    { request } as unknown as ConstructorParameters<typeof MailServer>[0],
    'file:///example.com.zone',
  );
}

async function taskOf<S>(
  wizard: Wizard<S>,
  asker: Asker,
  mail = server(),
  given = context,
): Promise<MailTask | undefined> {
  const first = await wizard.begin(given, mail);
  assert.ok(first !== undefined);
  const last = await walkSteps<S>(asker, wizard.title, (state) => wizard.steps(state, mail), first as S);
  return last === undefined ? undefined : wizard.task(last).task;
}

const given = (answers: GivenAnswers): Asker => new GivenAnswersAsker(answers);

/** Answers in the order of the questions, each as given or by going back, and remembers what was asked. */
class Person implements Asker {
  readonly asked: string[] = [];
  private readonly words: (string | readonly string[])[];

  constructor(...words: readonly (string | readonly string[])[]) {
    this.words = [...words];
  }

  private next<T>({ id, step, total }: Question, otherwise: T): Answer<T> {
    this.asked.push(`${id} ${step}/${total}`);
    const word = this.words.shift();
    if (word === '<back>') return { kind: 'back' };
    return word === '<escape>' || word === undefined
      ? { kind: 'cancel' }
      : answered(word === '' ? otherwise : (word as T));
  }

  choose(question: ChoiceQuestion): Promise<Answer<string>> {
    return Promise.resolve(this.next(question, question.suggested ?? ''));
  }
  chooseSome(question: ChoiceQuestion): Promise<Answer<readonly string[]>> {
    return Promise.resolve(
      this.next<readonly string[]>(
        question,
        question.choices.filter(({ picked }) => picked === true).map(({ value }) => value),
      ),
    );
  }
  enter(question: TextQuestion): Promise<Answer<string>> {
    return Promise.resolve(this.next(question, question.value));
  }
}

describe('Set Up Mail', () => {
  it('suggests a host of the zone that sends as well, and only watches', async () => {
    assert.deepEqual(await taskOf(setUpMail, given({})), {
      kind: 'setUp',
      receiver: { kind: 'hosts', hosts: [{ name: 'mail.example.com', addresses: [] }] },
      senders: { mailHosts: true, addresses: [], providers: [], includes: [] },
      policy: 'none',
      reports: ['dmarc-reports@example.com'],
    });
  });

  it('asks for the addresses of hosts that have none, and of other senders', async () => {
    const person = new Person(
      'hosts',
      'mail, smtp',
      '192.0.2.26',
      ['mail-hosts', 'addresses', 'includes', 'provider:sendgrid'],
      '192.0.2.80',
      'include:_spf.example.net',
      'quarantine',
      '',
    );
    assert.deepEqual(await taskOf(setUpMail, person, server(['smtp'])), {
      kind: 'setUp',
      receiver: {
        kind: 'hosts',
        hosts: [
          { name: 'mail', addresses: [] },
          { name: 'smtp', addresses: ['192.0.2.26'] },
        ],
      },
      senders: { mailHosts: true, addresses: ['192.0.2.80'], providers: ['sendgrid'], includes: ['_spf.example.net'] },
      policy: 'quarantine',
      reports: ['dmarc-reports@example.com'],
    });
    assert.deepEqual(person.asked, [
      'receiver 1/5',
      'hosts 2/5',
      'address 3/6',
      'senders 4/6',
      'addresses 5/8',
      'includes 6/8',
      'policy 7/8',
      'reports 8/8',
    ]);
  });

  it('asks a domain without mail for little', async () => {
    const person = new Person('nobody', [], '');
    assert.deepEqual(await taskOf(setUpMail, person), {
      kind: 'setUp',
      receiver: { kind: 'nobody' },
      senders: { mailHosts: false, addresses: [], providers: [], includes: [] },
      policy: 'none',
      reports: ['dmarc-reports@example.com'],
    });
    assert.deepEqual(
      person.asked.map((question) => question.split(' ')[0]),
      ['receiver', 'senders', 'reports'],
    );
  });

  it('goes back to what was answered, and may be left', async () => {
    const person = new Person(
      'provider:google',
      ['mail-hosts'],
      '<back>',
      '<back>',
      'hosts',
      'mail',
      '',
      '',
      'a@example.com',
    );
    const task = await taskOf(setUpMail, person);
    assert.deepEqual(
      person.asked.map((question) => question.split(' ')[0]),
      ['receiver', 'senders', 'policy', 'senders', 'receiver', 'hosts', 'senders', 'policy', 'reports'],
    );
    assert.deepEqual(task?.kind === 'setUp' ? task.reports : [], ['a@example.com']);
    assert.equal(await taskOf(setUpMail, new Person('provider:google', '<escape>')), undefined);
  });
});

describe('Edit SPF Record', () => {
  const spf = {
    text: 'v=spf1 mx a -all',
    terms: [
      { text: 'mx', explanation: 'The mail hosts.' },
      { text: 'a', explanation: 'The addresses.' },
    ],
    all: '-' as const,
  };

  it('changes nothing where nothing is answered', async () => {
    assert.deepEqual(await taskOf(editSpf, given({}), server(), { ...context, spf }), {
      kind: 'spf',
      keep: ['mx', 'a'],
      add: { mailHosts: false, addresses: [], providers: [], includes: [] },
      all: '-',
    });
  });

  it('offers the mail hosts only where they are not in it', async () => {
    await assert.rejects(
      taskOf(editSpf, given({ add: ['mail-hosts'] }), server(), { ...context, spf }),
      /isn't an answer to "add"/,
    );
    const task = await taskOf(editSpf, given({ keep: ['a'], add: ['mail-hosts'] }), server(), { ...context, spf });
    assert.deepEqual(task?.kind === 'spf' ? [task.keep, task.add.mailHosts] : [], [['a'], true]);
  });
});

describe('Set Up DMARC', () => {
  it('begins with what there is', async () => {
    const dmarc = {
      text: 'v=DMARC1; p=quarantine; sp=reject',
      policy: 'quarantine',
      subdomainPolicy: 'reject',
      strict: false,
    } as const;
    assert.deepEqual(await taskOf(setUpDmarc, given({}), server(), { ...context, dmarc }), {
      kind: 'dmarc',
      policy: 'quarantine',
      subdomainPolicy: 'reject',
      strict: false,
      reports: ['dmarc-reports@example.com'],
    });
  });

  it('asks for the domain where the zone has several, and begins anew with it', async () => {
    const other: MailContext = { ...context, domain: 'sales.example.com', reports: ['s@example.com'] },
      both = { ...context, domains: ['example.com', 'sales.example.com'] };
    const mail = new MailServer(
      {
        request: (method: string) =>
          Promise.resolve(method === 'zonewright/mailContext' ? { ...other, domains: both.domains } : null),
      } as unknown as ConstructorParameters<typeof MailServer>[0],
      '',
    );
    const task = await taskOf(setUpDmarc, given({ domain: 'sales.example.com' }), mail, both);
    assert.deepEqual(task?.kind === 'dmarc' ? task.reports : [], ['s@example.com']);
  });
});

describe('steps', () => {
  const step = (id: string): Step<readonly string[]> => ({
    id,
    ask: async (asker, question, state) => {
      const answer = await asker.enter({
        ...question,
        prompt: '',
        placeholder: '',
        value: '',
        check: () => Promise.resolve(undefined),
      });
      return answer.kind === 'answer' ? answered([...state, answer.value]) : answer;
    },
  });

  it('are numbered by the answers so far, and going back from the first one stays there', async () => {
    const person = new Person('<back>', 'more', 'x', 'y');
    assert.deepEqual(
      await walkSteps<readonly string[]>(
        person,
        '',
        (state) => [step('first'), step('second'), ...(state.includes('more') ? [step('third')] : [])],
        [],
      ),
      ['more', 'x', 'y'],
    );
    assert.deepEqual(person.asked, ['first 1/2', 'first 1/2', 'second 2/3', 'third 3/3']);
  });
});
